package id.lumbung.membership.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    private final ChangedMembers changes;
    private final Clock clock;

    MemberDirectory(Memberships memberships, Persons persons, ChangedMembers changes, Clock clock) {
        this.memberships = memberships;
        this.persons = persons;
        this.changes = changes;
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
                        ? Optional.<List<UUID>>empty()
                        : changes.since(cooperativeId, within(since, asOf), after, limit);
        var ids =
                changed.orElseGet(() ->
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
}
