package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the manager says of an outlet.
 *
 * @param from the first day, by the outlet's calendar, on which it is this
 */
record OutletProfileRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull Zone zone,
        @NotNull Capability capability,
        @NotNull OutletStatus status,
        @NotNull LocalDate from,
        @PositiveOrZero @Max(365) int stopDaysBeforeExpiry)
        implements Owned {

    OutletTerm term() {
        return new OutletTerm(from, capability, status);
    }
}
