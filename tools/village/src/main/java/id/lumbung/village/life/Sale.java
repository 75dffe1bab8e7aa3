package id.lumbung.village.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sale as the pharmacy takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sale(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        List<Line> lines,
        Instant at) {

    /** The most base units of one medicine that a sale can hold. */
    public static final int MAX_QUANTITY = 1_000_000;

    /**
     * @param quantity base units
     * @param amount rupiah
     */
    public record Line(String medicine, long quantity, long amount) {}

    /** Base units of all lines. */
    public long units() {
        return lines.stream().mapToLong(Line::quantity).sum();
    }

    /** Rupiah. */
    public long total() {
        return lines.stream().mapToLong(Line::amount).sum();
    }
}
