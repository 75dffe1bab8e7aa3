package id.lumbung.pharmacy.discrepancy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.annotation.Id;

/**
 * How a person settled a discrepancy.
 *
 * @param figures as they were then: where they changed since, it is open again
 * @param by whom
 */
record Settlement(
        @Id UUID id,
        UUID cooperativeId,
        UUID outletId,
        Map<String, Long> figures,
        Outcome outcome,
        String reason,
        String by,
        Instant at) {

    /** What became of it. */
    enum Outcome {
        /** Put right by another fact: a count, a receipt, a return. */
        CORRECTED,
        /** It was so, and the cooperative bears it. */
        ACCEPTED,
        /** Nothing was wrong: what it was judged by was not up to date. */
        MISTAKEN
    }

    boolean isOf(Outcome outcome, String reason) {
        return this.outcome == outcome && this.reason.equals(reason);
    }
}
