package id.lumbung.membership.member;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.LeavingAnnulled;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.MembershipCorrected;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts of belonging: joining, leaving, and what annuls and corrects them. */
@Component
class Memberships {

    private static final String MEMBER = "memberId";
    private static final String COOPERATIVE = "cooperativeId";
    private static final String RECORDED = "recordedAt";

    final FactStore<Membership> joined;
    final FactStore<Leaving> left;
    final FactStore<LeavingAnnulment> annulled;
    final FactStore<MembershipCorrection> corrected;

    Memberships(FactStores stores, MemberWrites writes) {
        this.joined =
                writes.of(
                        Membership.class,
                        stores.open(Membership.class, "memberships", MemberJoined.class)
                                .indexed(true, MEMBER, "number")
                                .indexed(false, COOPERATIVE, "_id")
                                .indexed(false, COOPERATIVE, RECORDED));
        this.left =
                writes.of(
                        Leaving.class,
                        stores.open(Leaving.class, "leavings", MemberLeft.class)
                                .indexed(false, MEMBER)
                                .indexed(true, "membershipId", "number")
                                .indexed(false, COOPERATIVE, RECORDED));
        this.annulled =
                writes.of(
                        LeavingAnnulment.class,
                        stores.open(
                                        LeavingAnnulment.class,
                                        "leavingAnnulments",
                                        LeavingAnnulled.class)
                                .indexed(false, MEMBER)
                                .indexed(false, COOPERATIVE, RECORDED));
        this.corrected =
                writes.of(
                        MembershipCorrection.class,
                        stores.open(
                                        MembershipCorrection.class,
                                        "membershipCorrections",
                                        MembershipCorrected.class)
                                .indexed(false, MEMBER)
                                .indexed(true, "correctedId")
                                .indexed(false, COOPERATIVE, RECORDED));
    }

    /** Empty where there is no such member. */
    Optional<MemberHistory> history(UUID memberId) {
        var theirs = Filters.eq(MEMBER, memberId);
        var memberships = joined.find(theirs);
        if (memberships.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                HistoryFacts.history(
                        memberships,
                        left.find(theirs),
                        annulled.find(theirs),
                        corrected.find(theirs)));
    }

    /** Those who are members, by member; four questions to the database, however many they are. */
    Map<UUID, MemberHistory> histories(Collection<UUID> memberIds) {
        var theirs = Filters.in(MEMBER, memberIds);
        var memberships = byMember(joined, theirs, Membership::memberId);
        var leavings = byMember(left, theirs, Leaving::memberId);
        var annulments = byMember(annulled, theirs, LeavingAnnulment::memberId);
        var corrections = byMember(corrected, theirs, MembershipCorrection::memberId);
        var histories = new HashMap<UUID, MemberHistory>();
        memberships.forEach((member, all) -> {
            var _ =
                    histories.put(
                            member,
                            HistoryFacts.history(
                                    all,
                                    leavings.getOrDefault(member, List.of()),
                                    annulments.getOrDefault(member, List.of()),
                                    corrections.getOrDefault(member, List.of())));
        });
        return histories;
    }

    /** The first memberships of a cooperative's members, in the order of their ids. */
    List<Membership> first(UUID cooperativeId, @Nullable UUID after, int limit) {
        var first = Filters.and(Filters.eq(COOPERATIVE, cooperativeId), Filters.eq("number", 1));
        return joined.find(
                after == null ? first : Filters.and(first, Filters.gt("_id", after)), limit);
    }

    /** The first memberships of these members, in the order of their ids. */
    List<Membership> first(Collection<UUID> memberIds) {
        return joined.find(Filters.in("_id", memberIds)).stream()
                .sorted(Comparator.comparing(first -> first.id().toString()))
                .toList();
    }

    private static <F extends Fact> Map<UUID, List<F>> byMember(
            FactStore<F> store, Bson filter, Function<F, UUID> member) {
        return store.find(filter).stream().collect(Collectors.groupingBy(member));
    }
}
