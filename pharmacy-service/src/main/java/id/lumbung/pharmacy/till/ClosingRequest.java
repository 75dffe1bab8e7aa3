package id.lumbung.pharmacy.till;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param counted how many of each note and coin, by what one is worth in rupiah
 * @param takenOut rupiah that left the drawer for something else than a return; left out for none
 * @param explanation of a difference
 */
record ClosingRequest(
        @NotNull UUID cooperativeId,
        @NotNull UUID outletId,
        @NotNull @Size(max = 20) Map<Integer, @NotNull Integer> counted,
        @Nullable @PositiveOrZero @Max(1_000_000_000) Rupiah takenOut,
        @Nullable @Size(max = 300) String explanation)
        implements Owned {

    Rupiah allTakenOut() {
        return Objects.requireNonNullElse(takenOut, Rupiah.ZERO);
    }
}
