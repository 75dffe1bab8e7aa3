package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The entries behind a figure, a page at a time. */
@Component
public final class JournalPages {

    public static final int MAX_PAGE = 1_000;

    private final Journal journal;

    JournalPages(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param next what to give as {@code after} for the next page; null on the last
     */
    public record Page(List<Entry> entries, @Nullable UUID next) {}

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_ENTRY
    }

    public Page ofMember(
            UUID cooperativeId,
            UUID memberId,
            Instant from,
            Instant until,
            @Nullable UUID after,
            int most) {
        return page(
                and(eq("cooperativeId", cooperativeId), eq("memberId", memberId)),
                cooperativeId,
                from,
                until,
                after,
                most);
    }

    public Page ofCooperative(
            UUID cooperativeId, Instant from, Instant until, @Nullable UUID after, int most) {
        return page(eq("cooperativeId", cooperativeId), cooperativeId, from, until, after, most);
    }

    private Page page(
            Bson whose,
            UUID cooperativeId,
            Instant from,
            Instant until,
            @Nullable UUID after,
            int most) {
        var entries =
                journal.page(
                        whose,
                        from,
                        until,
                        after == null ? null : entry(after, cooperativeId),
                        most);
        return new Page(entries, entries.size() < most ? null : entries.getLast().id());
    }

    private Entry entry(UUID id, UUID cooperativeId) {
        return journal.find(id)
                .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                .orElseThrow(() ->
                        new Refusal(
                                Rule.NO_SUCH_ENTRY,
                                "'after' names no entry of this cooperative. Begin again without it."));
    }
}
