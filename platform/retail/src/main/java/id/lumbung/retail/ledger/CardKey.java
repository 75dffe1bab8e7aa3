package id.lumbung.retail.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/** Names the card of a product at an outlet, and its pages: one for each month, by UTC. */
record CardKey(UUID outletId, UUID productId) {

    String card() {
        return "%s/%s".formatted(outletId, productId);
    }

    String page(YearMonth month) {
        return "%s/%s".formatted(card(), month);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
