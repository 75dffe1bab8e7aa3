package id.lumbung.retail.ledger;

import id.lumbung.retail.stock.StockState;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What a card came to at the end of a month: derived, and made again where a later fact belongs
 * before its end.
 *
 * @param id the page that it closes
 * @param shop by which calendar and rule it was reckoned; another does not take it up
 * @param lastLimit the highest number that a limited fact has taken on the card by then
 * @param madeAt when its facts were read
 */
record Sheet(
        String id,
        String card,
        YearMonth month,
        String shop,
        StockState closing,
        long lastLimit,
        Instant madeAt) {}
