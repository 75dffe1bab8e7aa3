package id.lumbung.shu.bookyear;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.backbone.event.EventId;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The book years of every cooperative, each in the zone of the cooperative's registration; in
 * Jakarta's while that is not journalled.
 */
@Component
public final class BookYears {

    private static final ZoneId WHERE_NOT_KNOWN = ZoneId.of("Asia/Jakarta");
    private static final int MAX_ZONES_KEPT = 100_000;

    private final Journal journal;
    private final Cache<UUID, ZoneId> zones =
            Caffeine.newBuilder().maximumSize(MAX_ZONES_KEPT).build();

    BookYears(Journal journal) {
        this.journal = journal;
    }

    public BookYear of(UUID cooperativeId, int year) {
        return BookYear.of(year, zone(cooperativeId));
    }

    private ZoneId zone(UUID cooperativeId) {
        var known = zones.getIfPresent(cooperativeId);
        if (known != null) {
            return known;
        }
        var registered =
                journal.find(EventId.of(cooperativeId, "CooperativeRegistered"))
                        .filter(entry -> entry.cooperativeId().equals(cooperativeId))
                        .map(Entry::detail);
        if (registered.isEmpty()) {
            return WHERE_NOT_KNOWN;
        }
        var zone = ZoneId.of(registered.get());
        zones.put(cooperativeId, zone);
        return zone;
    }
}
