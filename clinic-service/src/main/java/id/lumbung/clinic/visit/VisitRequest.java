package id.lumbung.clinic.visit;

import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the front desk says of a patient who arrived. */
record VisitRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @Nullable UUID memberId,
        @NotNull Visit.Payer payer,
        @NotNull Instant arrivedAt)
        implements Owned {

    Visit visit(UUID id) {
        return new Visit(
                id,
                cooperativeId,
                outletId,
                memberId,
                payer,
                arrivedAt.truncatedTo(ChronoUnit.MILLIS));
    }
}
