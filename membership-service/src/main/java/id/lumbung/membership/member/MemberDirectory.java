package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a phone at an outlet keeps of the members, so that it knows them for days without a line:
 * number and short name, no more.
 */
@Component
class MemberDirectory {

    /** Longer than a write takes from the moment that it says to the moment when it is seen. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Memberships memberships;
    private final Persons persons;
    private final Clock clock;

    MemberDirectory(Memberships memberships, Persons persons, Clock clock) {
        this.memberships = memberships;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * A page of the members, in the order of their ids.
     *
     * @param since only those of whom anything changed from then on; null for all
     * @param after the id of the last one of the page before
     */
    DirectoryPage page(
            UUID cooperativeId, @Nullable Instant since, @Nullable UUID after, int limit) {
        var asOf = clock.instant().minus(OVERLAP);
        var ids =
                since == null
                        ? memberships.first(cooperativeId, after, limit).stream()
                                .map(Membership::memberId)
                                .toList()
                        : changed(cooperativeId, within(since, asOf), after, limit);
        var histories = memberships.histories(ids);
        var known = persons.find(ids);
        var entries =
                ids.stream()
                        .map(histories::get)
                        .filter(Objects::nonNull)
                        .map(history -> DirectoryEntry.of(history, known.get(history.memberId())))
                        .toList();
        return new DirectoryPage(
                asOf, entries, ids.size() < limit ? null : ids.getLast().toString());
    }

    /** Further than any database counts, nothing was ever recorded. */
    private static Instant within(Instant since, Instant asOf) {
        return since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since.isAfter(asOf) ? asOf : since;
    }

    private List<UUID> changed(UUID cooperativeId, Instant since, @Nullable UUID after, int limit) {
        var ids = new TreeMap<String, UUID>();
        collect(ids, memberships.joined, Membership::memberId, cooperativeId, since);
        collect(ids, memberships.left, Leaving::memberId, cooperativeId, since);
        collect(ids, memberships.annulled, LeavingAnnulment::memberId, cooperativeId, since);
        collect(ids, memberships.corrected, MembershipCorrection::memberId, cooperativeId, since);
        persons.changed(cooperativeId, since)
                .forEach(id -> {
                    var _ = ids.put(id.toString(), id);
                });
        var rest = after == null ? ids : ids.tailMap(after.toString(), false);
        return rest.values().stream().limit(limit).toList();
    }

    private static <F extends Fact> void collect(
            Map<String, UUID> ids,
            FactStore<F> store,
            Function<F, UUID> member,
            UUID cooperativeId,
            Instant since) {
        store.find(
                        Filters.and(
                                Filters.eq("cooperativeId", cooperativeId),
                                Filters.gte("recordedAt", Date.from(since))))
                .forEach(fact -> {
                    var id = member.apply(fact);
                    var _ = ids.put(id.toString(), id);
                });
    }
}
