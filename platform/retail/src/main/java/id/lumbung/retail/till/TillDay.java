package id.lumbung.retail.till;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One till on one of the shop's days.
 *
 * @param till which one, where a shop has several
 * @param opening what was in the drawer when it was opened, to give change from
 * @param close how it was closed; null while it is open
 */
public record TillDay(
        UUID cooperativeId,
        UUID outletId,
        String till,
        LocalDate day,
        Rupiah opening,
        Instant openedAt,
        @Nullable Close close) {

    /**
     * What was in the drawer in the end, and what should have been.
     *
     * @param expected opening, cash taken and cash given back, as the books had it at that time
     * @param explanation of a difference; null where there is none
     */
    public record Close(
            Cash counted, Rupiah expected, @Nullable String explanation, Instant closedAt) {

        /** Negative where money is missing. */
        public Rupiah difference() {
            return counted.total().minus(expected);
        }
    }

    /**
     * Closes the day. What is uploaded later does not change what was counted: it is a difference
     * to explain then.
     *
     * @param taken cash of the day's sales
     * @param givenBack cash of the day's returns, and what was taken out of the drawer
     */
    public TillDay closed(
            Cash counted,
            Rupiah taken,
            Rupiah givenBack,
            @Nullable String explanation,
            Instant at) {
        if (close != null) {
            throw TillRule.TILL_CLOSED.because(
                    "Kas hari %s sudah ditutup.".formatted(day),
                    "The till of %s is closed already.".formatted(day));
        }
        var closing = new Close(counted, opening.plus(taken).minus(givenBack), explanation, at);
        var difference = closing.difference();
        if (difference.amount() != 0 && (explanation == null || explanation.isBlank())) {
            throw TillRule.DIFFERENCE_UNEXPLAINED.because(
                    "Selisih kas %s. Hitung sekali lagi, atau tulis penjelasannya."
                            .formatted(difference),
                    "The drawer differs by %s. Count again, or explain it.".formatted(difference),
                    Map.of("difference", difference.amount()));
        }
        return new TillDay(cooperativeId, outletId, till, day, opening, openedAt, closing);
    }
}
