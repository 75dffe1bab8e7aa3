package id.lumbung.pharmacy.till;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.retail.till.TillDay;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The till of a day, in rupiah.
 *
 * @param expectedNow what the books expect in the drawer by now
 * @param expected when it was closed; with the rest, left out while it is open
 * @param difference negative where money is missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TillView(
        UUID outletId,
        LocalDate day,
        long opening,
        long expectedNow,
        boolean closed,
        @Nullable Long expected,
        @Nullable Long counted,
        @Nullable Map<Integer, Integer> pieces,
        @Nullable Long difference,
        @Nullable String explanation) {

    static TillView of(TillDay day, long expectedNow) {
        var close = day.close();
        return new TillView(
                day.outletId(),
                day.day(),
                day.opening().amount(),
                expectedNow,
                close != null,
                close == null ? null : close.expected().amount(),
                close == null ? null : close.counted().total().amount(),
                close == null ? null : close.counted().pieces(),
                close == null ? null : close.difference().amount(),
                close == null ? null : close.explanation());
    }
}
