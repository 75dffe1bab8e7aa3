package id.lumbung.shu.bookyear;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.EventId;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.JournalEntries;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The book years of every cooperative, each in the zone of the cooperative's registration; in
 * Jakarta's while that is not journalled.
 */
@Component
public final class BookYears {

    private static final int MAX_KEPT = 100_000;

    private final JournalEntries journal;
    private final Cache<UUID, Registration> registrations =
            Caffeine.newBuilder().maximumSize(MAX_KEPT).build();

    BookYears(JournalEntries journal) {
        this.journal = journal;
    }

    public BookYear of(UUID cooperativeId, int year) {
        return BookYear.of(year, registration(cooperativeId).zone());
    }

    /** Where the cooperative's days begin and end. */
    public ZoneId zone(UUID cooperativeId) {
        return registration(cooperativeId).zone();
    }

    /** Whether it is a village's or a ward's; a village's while its registration is not known. */
    public CooperativeKind kind(UUID cooperativeId) {
        return registration(cooperativeId).kind();
    }

    private Registration registration(UUID cooperativeId) {
        var known = registrations.getIfPresent(cooperativeId);
        if (known != null) {
            return known;
        }
        var registered =
                journal.find(EventId.of(cooperativeId, "CooperativeRegistered"))
                        .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                        .map(Entry::detail)
                        .map(Registration::of);
        registered.ifPresent(it -> registrations.put(cooperativeId, it));
        return registered.orElse(Registration.UNKNOWN);
    }
}
