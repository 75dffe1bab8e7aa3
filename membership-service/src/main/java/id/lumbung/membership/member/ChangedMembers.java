package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members of whom anything changed. */
@Component
class ChangedMembers {

    /** Of more than so many changes a page would take longer than to tell of everybody. */
    private static final int MAX_CHANGED = 5_000;

    private final Memberships memberships;
    private final Persons persons;

    ChangedMembers(Memberships memberships, Persons persons) {
        this.memberships = memberships;
        this.persons = persons;
    }

    /**
     * Their ids in order, a page of them; empty where they are so many that all are told.
     *
     * @param after the last of the page before
     */
    Optional<List<UUID>> since(UUID cooperativeId, Instant since, @Nullable UUID after, int limit) {
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
        return Optional.of(after(ids, after).limit(limit).toList());
    }

    private static Stream<UUID> after(SortedMap<String, UUID> ids, @Nullable UUID after) {
        // What follows an id directly in the order of texts is the id and the least character.
        return (after == null ? ids : ids.tailMap(after + "\0")).values().stream();
    }

    private static <F extends Fact> List<UUID> members(
            FactStore<F> store, Bson which, Function<F, UUID> member) {
        return store.find(which, MAX_CHANGED + 1).stream().map(member).toList();
    }
}
