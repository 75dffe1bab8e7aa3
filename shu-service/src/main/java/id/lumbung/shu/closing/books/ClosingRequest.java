package id.lumbung.shu.closing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param silentOutlets of which the board confirms that nothing more comes of the year
 */
record ClosingRequest(@Nullable @Size(max = 1_000) Set<@NotNull UUID> silentOutlets) {

    Set<UUID> outlets() {
        return silentOutlets == null ? Set.of() : Set.copyOf(silentOutlets);
    }
}
