/** Facts: inserted once together with what they tell, never edited. */
@NullMarked
package id.lumbung.backbone.fact;

import org.jspecify.annotations.NullMarked;
