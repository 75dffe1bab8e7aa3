package id.lumbung.backbone.outbox;

import java.time.Instant;

/**
 * What is waiting to be published in one collection.
 *
 * @param documents how many, counted no further than the limit asked for
 * @param oldest when the oldest of those was enqueued; now where there is none
 */
public record PendingCount(long documents, Instant oldest) {}
