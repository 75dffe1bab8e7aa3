/** Tells what documents have yet to tell, and takes the notices down once the broker has them. */
@NullMarked
package id.lumbung.backbone.outbox;

import org.jspecify.annotations.NullMarked;
