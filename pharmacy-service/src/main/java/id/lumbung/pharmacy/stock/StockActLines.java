package id.lumbung.pharmacy.stock;

import static java.util.Objects.requireNonNullElse;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.ledger.StockLine;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.ExpiryText;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an act on stock as people write them. */
final class StockActLines {

    private static final Set<MovementKind> MARKS =
            Set.of(MovementKind.HELD, MovementKind.RECALLED, MovementKind.RELEASED);

    private StockActLines() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when an expiry is no date, naming the line
     */
    static List<StockLine> read(StockActRequest request) {
        var goods = request.goods();
        var isMark = MARKS.contains(request.kind());
        return IntStream.range(0, goods.size())
                .mapToObj(i -> line(goods.get(i), i, isMark))
                .toList();
    }

    private static StockLine line(StockActRequest.Line line, int place, boolean isMark) {
        var batch = new Batch(requireNonNullElse(line.batch(), ""), expiry(line.expiry(), place));
        return new StockLine(
                line.productId(),
                batch,
                requireNonNullElse(line.place(), Place.SHELF),
                isMark ? 0 : line.quantity(),
                requireNonNullElse(line.free(), 0L),
                requireNonNullElse(line.cost(), Rupiah.ZERO));
    }

    private static @Nullable LocalDate expiry(@Nullable String text, int place) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return ExpiryText.parse(text)
                .orElseThrow(() ->
                        StockRule.EXPIRY_UNREADABLE.because(
                                "Baris %d: tanggal kedaluwarsa tidak terbaca. Tulis seperti pada kemasan, misalnya 08/2027 atau 2027-08-31."
                                        .formatted(place),
                                "Line %d: the expiry is no date. Write it as on the pack, such as 08/2027 or 2027-08-31."
                                        .formatted(place),
                                Map.of("line", place)));
    }
}
