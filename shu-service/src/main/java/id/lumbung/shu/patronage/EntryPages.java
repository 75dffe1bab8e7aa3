package id.lumbung.shu.patronage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import id.lumbung.backbone.Page;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.EntryView;
import id.lumbung.shu.journal.JournalEntries;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The entries behind a figure, a page at a time, the oldest first. A page begins behind a number of
 * entries of a day, which tells nothing of them.
 */
@Component
final class EntryPages {

    static final int MAX_PAGE = 1_000;

    private final JournalEntries journal;

    EntryPages(JournalEntries journal) {
        this.journal = journal;
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.BAD_REQUEST)
        NO_SUCH_PAGE
    }

    /** Behind so many entries of a day. */
    private record Place(LocalDate day, int behind) {

        static Place of(String after) {
            var parts = after.split("\\.", 2);
            try {
                return new Place(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]));
            } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
                throw Rule.NO_SUCH_PAGE.because(
                        "'after' bukan 'next' dari sebuah halaman. Mulai lagi tanpa itu.",
                        "'after' is not the 'next' of a page. Begin again without it.");
            }
        }

        @Override
        public String toString() {
            return day + "." + behind;
        }
    }

    Page<EntryView> ofMember(
            UUID cooperativeId, UUID memberId, BookYear year, @Nullable String after, int limit) {
        return page(
                and(eq("cooperativeId", cooperativeId), eq("memberId", memberId)),
                year,
                after,
                limit);
    }

    Page<EntryView> ofCooperative(
            UUID cooperativeId, BookYear year, @Nullable String after, int limit) {
        return page(eq("cooperativeId", cooperativeId), year, after, limit);
    }

    private Page<EntryView> page(Bson owner, BookYear year, @Nullable String after, int limit) {
        var place = after == null ? new Place(year.firstDay(), 0) : Place.of(after);
        var start = place.day().atStartOfDay(year.zone()).toInstant();
        var from = start.isBefore(year.from()) ? year.from() : start;
        var entries = journal.page(owner, from, year.until(), Math.max(0, place.behind()), limit);
        var views =
                entries.stream()
                        .map(entry -> EntryView.of(entry, year.date(entry.countsAt())))
                        .toList();
        return new Page<>(views, views.size() < limit ? null : next(views, place).toString());
    }

    private static Place next(List<EntryView> page, Place before) {
        var day = page.getLast().on();
        var onThatDay = (int) page.stream().filter(entry -> entry.on().equals(day)).count();
        return new Place(day, onThatDay + (day.equals(before.day()) ? before.behind() : 0));
    }
}
