package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param until left out where no end is known
 */
record LicenceRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull UUID holderId,
        @NotBlank @Size(max = 100) String name,
        @NotNull LicenceKind kind,
        @NotBlank @Size(max = 60) String number,
        @NotNull LocalDate from,
        @Nullable LocalDate until)
        implements Owned {

    Licence licence(UUID id, Instant recordedAt) {
        return new Licence(
                id,
                cooperativeId,
                outletId,
                holderId,
                name.strip(),
                kind,
                number.strip(),
                from,
                until,
                recordedAt);
    }
}
