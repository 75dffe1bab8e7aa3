package id.lumbung.pharmacy.stock;

import id.lumbung.retail.stock.CardLine;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a stock card: one month of the outlet's calendar.
 *
 * @param opening base units before its first line; null where it has none
 * @param closing base units after its last line; null where it has none
 */
record CardPage(
        UUID productId,
        YearMonth month,
        @Nullable Long opening,
        @Nullable Long closing,
        List<CardLine> lines) {

    static CardPage of(UUID productId, YearMonth month, List<CardLine> lines) {
        return lines.isEmpty()
                ? new CardPage(productId, month, null, null, lines)
                : new CardPage(
                        productId,
                        month,
                        lines.getFirst().balance() - lines.getFirst().quantity(),
                        lines.getLast().balance(),
                        lines);
    }
}
