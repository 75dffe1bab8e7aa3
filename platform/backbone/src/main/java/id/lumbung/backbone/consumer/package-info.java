/**
 * Consumes events by the batch; a record that cannot be consumed becomes a dead letter and stops
 * nobody.
 */
@NullMarked
package id.lumbung.backbone.consumer;

import org.jspecify.annotations.NullMarked;
