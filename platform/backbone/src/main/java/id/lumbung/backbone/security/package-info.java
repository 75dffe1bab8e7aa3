/** Who calls, and what they may do. */
@NullMarked
package id.lumbung.backbone.security;

import org.jspecify.annotations.NullMarked;
