package id.lumbung.retail.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.security.Owned;
import id.lumbung.retail.stock.MovementKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Something done to stock that is no sale: opening, receipt, count, hold, recall, damage, transfer,
 * destruction, sending back. Named by who did it, written once.
 *
 * @param reference the supplier's invoice, the minutes, the other outlet's note
 * @param witness who saw it, where a rule asks for one
 */
public record StockAct(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        MovementKind kind,
        List<StockLine> lines,
        @Nullable String reference,
        @Nullable String witness,
        Instant at,
        Instant recordedAt,
        @Nullable StockPosting stock)
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
                id,
                cooperativeId,
                outletId,
                kind,
                lines,
                reference,
                witness,
                at,
                recordedAt,
                stock);
    }

    /** The id of the movement that is a line of a fact: the same however often it is asked for. */
    public static UUID movementId(UUID fact, int line) {
        return UUID.nameUUIDFromBytes("%s/%d".formatted(fact, line).getBytes(UTF_8));
    }
}
