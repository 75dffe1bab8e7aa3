package id.lumbung.backbone.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that a service's own database holds of one cooperative before a time, by outlet and day, in
 * one answer.
 *
 * @param service whose database it is
 * @param takenAt after {@code pending} and {@code blocked} were counted, and before the totals were
 * @param pending facts that were not published yet; counted no further than 10,000 of each kind
 * @param blocked facts whose message the broker will never take as it is
 * @param deadLetters open ones of the cooperative's that this service could not consume; none where
 *     it consumes nothing; counted no further than 1,000
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CooperativeTotals(
        String service,
        Instant takenAt,
        long pending,
        long blocked,
        long deadLetters,
        List<Outlet> outlets) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outlet(UUID outletId, List<DayTotals.Day> days) {}
}
