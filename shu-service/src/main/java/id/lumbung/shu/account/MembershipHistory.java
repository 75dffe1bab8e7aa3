package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.shu.journal.Entry.Kind;
import id.lumbung.shu.journal.JournalLines.Line;
import id.lumbung.shu.journal.JournalLines.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes out when somebody was a member from what the office recorded, in whatever order it came:
 * each membership as it was last put right, ended by the leaving that was not annulled.
 */
final class MembershipHistory {

    private final Map<UUID, Fact> joined = new HashMap<>();
    private final Map<UUID, Fact> corrections = new HashMap<>();
    private final Map<UUID, Fact> leavings = new HashMap<>();
    private final Set<UUID> annulled = new HashSet<>();

    private record Fact(Line line, Office office) {}

    private record Beginning(UUID membership, MemberKind kind, LocalDate on) {}

    static Membership of(List<Line> lines) {
        var history = new MembershipHistory();
        lines.forEach(history::add);
        return history.membership();
    }

    private void add(Line line) {
        var office = line.office();
        if (office == null) {
            return;
        }
        var fact = new Fact(line, office);
        var refersTo = office.refersTo();
        if (line.kind() == Kind.MEMBER_JOINED) {
            joined.put(office.factId(), fact);
        } else if (refersTo != null && line.kind() == Kind.MEMBERSHIP_CORRECTED) {
            corrections.put(refersTo, fact);
        } else if (refersTo != null && line.kind() == Kind.MEMBER_LEFT) {
            leavings.put(office.factId(), fact);
        } else if (refersTo != null && line.kind() == Kind.LEAVING_ANNULLED) {
            annulled.add(refersTo);
        }
    }

    private Membership membership() {
        var beginnings = beginnings();
        if (beginnings.isEmpty()) {
            return Membership.NONE;
        }
        beginnings.sort(Comparator.comparing(Beginning::on).thenComparing(Beginning::membership));
        var spans =
                beginnings.stream()
                        .map(it -> new MembershipSpan(it.on(), leftOn(it.membership())))
                        .toList();
        return new Membership(beginnings.getLast().kind(), spans);
    }

    /**
     * A membership that is put right began, though the year that is computed is over before it was
     * first said to begin.
     */
    private List<Beginning> beginnings() {
        var beginnings = new ArrayList<Beginning>();
        joined.forEach((id, fact) -> beginnings.add(beginning(id, fact)));
        var corrected = new HashSet<UUID>();
        corrections.values().forEach(fact -> corrected.add(fact.office().factId()));
        corrections.forEach((id, fact) -> {
            if (!joined.containsKey(id) && !corrected.contains(id)) {
                beginnings.add(beginning(id, fact));
            }
        });
        return beginnings;
    }

    private Beginning beginning(UUID membership, Fact first) {
        var last = first;
        for (var i = 0; i < corrections.size(); i++) {
            var next = corrections.get(last.office().factId());
            if (next == null) {
                break;
            }
            last = next;
        }
        var kind = MemberKind.valueOf(Objects.requireNonNull(last.line().detail()));
        var refersAt = last.office().refersAt();
        return new Beginning(
                membership, kind, date(refersAt == null ? last.line().at() : refersAt));
    }

    private @Nullable LocalDate leftOn(UUID membership) {
        return leavings.entrySet().stream()
                .filter(it -> membership.equals(it.getValue().office().refersTo()))
                .filter(it -> !annulled.contains(it.getKey()))
                .map(it -> date(it.getValue().line().at()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Joining and leaving stand at midday of their date in UTC. */
    private static LocalDate date(long at) {
        return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
