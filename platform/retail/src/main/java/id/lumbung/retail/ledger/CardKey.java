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

    /** The name of a number that one fact alone takes on the card. */
    String limit(long number) {
        return "%s#%d".formatted(card(), number);
    }

    /** The number that a fact took on this card; 0 where it took one on another. */
    long numberOf(String limit) {
        var at = limit.indexOf('#');
        return limit.substring(0, at).equals(card()) ? Long.parseLong(limit.substring(at + 1)) : 0;
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
