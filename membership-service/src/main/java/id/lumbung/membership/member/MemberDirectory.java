package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
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

    /** Of more than so many changes a page would take longer than to tell of everybody. */
    private static final int MAX_CHANGED = 5_000;

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
        var changed =
                since == null
                        ? Optional.<SortedMap<String, UUID>>empty()
                        : changed(cooperativeId, within(since, asOf));
        var ids =
                changed.map(it -> after(it, after).limit(limit).toList())
                        .orElseGet(() ->
                                memberships.first(cooperativeId, after, limit).stream()
                                        .map(Membership::memberId)
                                        .toList());
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

    private static Stream<UUID> after(SortedMap<String, UUID> ids, @Nullable UUID after) {
        // What follows an id directly in the order of texts is the id and the least character.
        return (after == null ? ids : ids.tailMap(after + "\0")).values().stream();
    }

    /** Empty where they are so many that all are told. */
    private Optional<SortedMap<String, UUID>> changed(UUID cooperativeId, Instant since) {
        var which =
                Filters.and(
                        Filters.eq("cooperativeId", cooperativeId),
                        Filters.gte("recordedAt", Date.from(since)));
        var ids = new TreeMap<String, UUID>();
        var found =
                List.of(
                        members(memberships.joined, which, Membership::memberId),
                        members(memberships.left, which, Leaving::memberId),
                        members(memberships.annulled, which, LeavingAnnulment::memberId),
                        members(memberships.corrected, which, MembershipCorrection::memberId),
                        persons.changed(cooperativeId, since, MAX_CHANGED + 1));
        for (var some : found) {
            if (some.size() > MAX_CHANGED) {
                return Optional.empty();
            }
            some.forEach(id -> {
                var _ = ids.put(id.toString(), id);
            });
        }
        return Optional.of(ids);
    }

    private static <F extends Fact> List<UUID> members(
            FactStore<F> store, Bson which, Function<F, UUID> member) {
        return store.find(which, MAX_CHANGED + 1).stream().map(member).toList();
    }
}
