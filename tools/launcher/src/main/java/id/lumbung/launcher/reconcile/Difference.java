package id.lumbung.launcher.reconcile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How an outlet and the journal differ on one day.
 *
 * @param service that keeps the outlet's facts
 * @param missing facts that the journal lacks
 * @param pending facts that are not published yet
 * @param blocked facts that the broker will never take as they are
 * @param extra facts that only the journal has
 * @param differing facts that both have with another amount, or elsewhere
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Difference(
        String service,
        UUID outletId,
        LocalDate day,
        Side own,
        Side journal,
        NamedFacts missing,
        NamedFacts pending,
        NamedFacts blocked,
        NamedFacts extra,
        NamedFacts differing) {}
