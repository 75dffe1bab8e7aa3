/** Every error leaves as RFC 9457 problem details. */
@NullMarked
package id.lumbung.backbone.problem;

import org.jspecify.annotations.NullMarked;
