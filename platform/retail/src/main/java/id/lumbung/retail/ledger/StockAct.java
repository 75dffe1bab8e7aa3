package id.lumbung.retail.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.security.Owned;
import id.lumbung.retail.stock.MovementKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something done to stock that is no sale: opening, receipt, count, hold, recall, damage, transfer,
 * destruction, sending back. Named by who did it, written once.
 *
 * @param stock what it does to stock; null until it is written
 */
public record StockAct(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        MovementKind kind,
        List<StockLine> lines,
        ActDetails details,
        Instant at,
        Instant recordedAt,
        @JsonIgnore @Nullable StockPosting stock)
        implements Owned {

    public StockAct {
        lines = List.copyOf(lines);
    }

    /** The same act, recorded at another time, and what it does to stock. */
    StockAct posted(Instant recordedAt) {
        var moved =
                IntStream.range(0, lines.size())
                        .mapToObj(i -> lines.get(i).moved(this, i, recordedAt))
                        .toList();
        return with(recordedAt, StockPosting.of(outletId, recordedAt, moved));
    }

    StockAct with(Instant recordedAt, @Nullable StockPosting stock) {
        return new StockAct(
                id, cooperativeId, outletId, kind, lines, details, at, recordedAt, stock);
    }

    /** Whether another account of it says the same, whenever either was written down. */
    public boolean isSameAs(StockAct other) {
        return other.with(recordedAt, stock).equals(this);
    }

    /** What no second act may be: a receipt is cancelled once, a transfer arrives once. */
    Optional<String> sole() {
        return switch (kind) {
            case RECEIPT_CANCELLED, TRANSFERRED_IN ->
                    Optional.ofNullable(details.of()).map(of -> kind + "/" + of);
            default -> Optional.empty();
        };
    }

    /** The id of the movement that is a line of a fact: the same however often it is asked for. */
    public static UUID movementId(UUID fact, int line) {
        return UUID.nameUUIDFromBytes("%s/%d".formatted(fact, line).getBytes(UTF_8));
    }
}
