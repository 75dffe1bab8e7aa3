package id.lumbung.membership.member;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of the facts of belonging when somebody was a member. */
final class HistoryFacts {

    private HistoryFacts() {}

    /**
     * @param memberships of one member, at least one
     * @param leavings theirs, and what annuls and corrects them
     */
    static MemberHistory history(
            List<Membership> memberships,
            List<Leaving> leavings,
            List<LeavingAnnulment> annulments,
            List<MembershipCorrection> corrections) {
        var annulled = annulments.stream().map(LeavingAnnulment::id).collect(Collectors.toSet());
        var ends = new HashMap<UUID, Leaving>();
        leavings.stream()
                .filter(leaving -> !annulled.contains(leaving.id()))
                .forEach(leaving -> {
                    var _ = ends.put(leaving.membershipId(), leaving);
                });
        var lasting = last(corrections);
        var spans =
                memberships.stream()
                        .map(it -> span(it, lasting.get(it.id()), ends.get(it.id())))
                        .sorted(Comparator.comparing(Span::joinedOn))
                        .toList();
        var first = memberships.getFirst();
        return new MemberHistory(first.memberId(), first.cooperativeId(), spans);
    }

    /** The correction of each membership that no other corrects. */
    private static Map<UUID, MembershipCorrection> last(List<MembershipCorrection> corrections) {
        Set<UUID> corrected = new HashSet<>();
        corrections.forEach(it -> {
            var _ = corrected.add(it.correctedId());
        });
        return corrections.stream()
                .filter(it -> !corrected.contains(it.id()))
                .collect(Collectors.toMap(MembershipCorrection::membershipId, it -> it));
    }

    private static Span span(
            Membership membership,
            @Nullable MembershipCorrection corrected,
            @Nullable Leaving leaving) {
        return new Span(
                membership.id(),
                corrected == null ? membership.kind() : corrected.kind(),
                corrected == null ? membership.joinedOn() : corrected.joinedOn(),
                leaving == null ? null : leaving.id(),
                leaving == null ? null : leaving.on());
    }
}
