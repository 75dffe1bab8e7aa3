/** Facts: inserted once together with their event, never edited. */
@NullMarked
package id.lumbung.backbone.fact;

import org.jspecify.annotations.NullMarked;
