/**
 * What every service stands on: events, the outbox and its relay, consumers and dead letters,
 * problems, rupiah.
 */
@NullMarked
package id.lumbung.backbone;

import org.jspecify.annotations.NullMarked;
