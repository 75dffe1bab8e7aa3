package id.lumbung.backbone.consumer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be consumed, without its bytes.
 *
 * @param id topic, partition and offset of the record
 * @param causeCode why, for programs; a {@link id.lumbung.backbone.event.CauseCode}
 * @param causeField the field that is wrong, where it is one
 * @param cause why it is refused as things stand, as a sentence
 * @param firstCause why it was refused the first time
 * @param cooperativeId whose it is; null where its value does not say
 * @param size bytes of the record's value
 * @param omitted what of the record was too large to be kept; null where it is whole
 * @param attempts how often it was replayed
 * @param decision that nothing is to be made of it; null where there is none
 */
record DeadLetter(
        String id,
        State state,
        String causeCode,
        @Nullable String causeField,
        String cause,
        String firstCause,
        @Nullable String eventId,
        @Nullable String eventType,
        @Nullable UUID cooperativeId,
        @Nullable String traceparent,
        int size,
        @Nullable String omitted,
        Instant storedAt,
        int attempts,
        @Nullable Instant closedAt,
        @Nullable Decision decision) {

    enum State {
        /** It waits, and holds the books of its cooperative open. */
        OPEN,
        /** It was consumed after all. */
        CLOSED,
        /** Two persons decided that nothing is to be made of it. */
        DECIDED
    }

    enum Verdict {
        /** It is no record of this product, such as a test's. */
        NOT_OURS,
        /** What it says was consumed by another record. */
        DUPLICATE,
        /** Nobody can say what it was. */
        UNREADABLE
    }

    /**
     * @param by who decided
     * @param consentBy who agreed, another than who decided; null while nobody has
     */
    record Decision(
            Verdict what,
            String reason,
            String by,
            Instant at,
            @Nullable String consentBy,
            @Nullable Instant consentAt) {}
}
