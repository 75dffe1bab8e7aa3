package id.lumbung.shu.patronage;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import id.lumbung.backbone.Page;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.EntryView;
import id.lumbung.shu.journal.JournalEntries;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
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
        var place = after == null ? new PagePlace(year.firstDay(), 0) : PagePlace.of(after);
        var start = place.day().atStartOfDay(year.zone()).toInstant();
        var from = start.isBefore(year.from()) ? year.from() : start;
        var entries = journal.page(owner, from, year.until(), Math.max(0, place.behind()), limit);
        var views =
                entries.stream()
                        .map(entry -> EntryView.of(entry, year.date(entry.countsAt())))
                        .toList();
        return new Page<>(views, views.size() < limit ? null : place.next(views).toString());
    }
}
