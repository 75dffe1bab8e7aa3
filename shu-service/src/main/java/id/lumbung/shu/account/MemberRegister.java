package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.shu.journal.JournalLines;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who is a member of a cooperative and since when, as far as the journal knows: ids, no names. */
@Component
public final class MemberRegister {

    private static final Instant END = Instant.parse("2300-01-01T00:00:00Z");

    private final JournalLines journal;

    MemberRegister(JournalLines journal) {
        this.journal = journal;
    }

    /** Holds what the office recorded of all members while it is read. */
    public Map<UUID, Membership> of(UUID cooperativeId) {
        var lines = new HashMap<UUID, List<Line>>();
        journal.ofMemberships(
                cooperativeId,
                line -> {
                    if (line.memberId() != null) {
                        lines.computeIfAbsent(line.memberId(), _ -> new ArrayList<>()).add(line);
                    }
                });
        var register = new TreeMap<UUID, Membership>();
        lines.forEach((member, recorded) -> register.put(member, Membership.of(recorded)));
        return register;
    }

    public Membership of(UUID cooperativeId, UUID memberId) {
        return Membership.of(journal.ofMember(cooperativeId, memberId, END));
    }

    /** How many have a vote on a day: ordinary members (deed art. 8). */
    public long voters(UUID cooperativeId, LocalDate on) {
        return of(cooperativeId).values().stream()
                .filter(membership -> membership.kind() == MemberKind.ORDINARY)
                .filter(membership -> membership.covers(on))
                .count();
    }
}
