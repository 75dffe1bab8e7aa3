/**
 * What every service stands on: events, the outbox and its relay, consumers and dead letters, who
 * may do what, and rupiah.
 */
@NullMarked
package id.lumbung.backbone;

import org.jspecify.annotations.NullMarked;
