/**
 * The transactional outbox: events stand in the document of their fact until the broker has them.
 */
@NullMarked
package id.lumbung.backbone.outbox;

import org.jspecify.annotations.NullMarked;
