package id.lumbung.shu.closing.books;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param silentOutlets of which the board confirms that nothing more comes of the year
 */
public record ClosingRequest(@Nullable @Size(max = 1_000) Set<@NotNull UUID> silentOutlets) {

    public Set<UUID> outlets() {
        return silentOutlets == null ? Set.of() : Set.copyOf(silentOutlets);
    }
}
