package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is a member of the cooperative, and of what kind. The day of joining and the day of
 * leaving are both days of membership.
 *
 * @param kind null where the journal knows of no joining: nobody's member, so a passer-by
 */
public record Membership(
        @Nullable MemberKind kind, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn) {

    static Membership of(List<Line> lines) {
        MemberKind kind = null;
        LocalDate joinedOn = null;
        LocalDate leftOn = null;
        for (var line : lines) {
            if (line.kind() == Entry.Kind.MEMBER_JOINED && line.detail() != null) {
                kind = MemberKind.valueOf(line.detail());
                joinedOn = date(line);
            } else if (line.kind() == Entry.Kind.MEMBER_LEFT) {
                leftOn = date(line);
            }
        }
        return new Membership(kind, joinedOn, leftOn);
    }

    /** Joining and leaving stand at midday of their date in UTC. */
    private static LocalDate date(Line line) {
        return Instant.ofEpochMilli(line.at()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    boolean beginsAfter(LocalDate day) {
        return joinedOn != null && day.isBefore(joinedOn);
    }

    boolean endedBefore(LocalDate day) {
        return leftOn != null && day.isAfter(leftOn);
    }

    /** Days of the year up to the end of membership. */
    int daysUntilTheEnd(BookYear year) {
        if (leftOn == null || leftOn.isAfter(year.lastDay())) {
            return year.days();
        }
        return leftOn.isBefore(year.firstDay()) ? 0 : leftOn.getDayOfYear();
    }

    boolean reachesInto(int bookYear) {
        return kind != null && (leftOn == null || leftOn.getYear() >= bookYear);
    }

    boolean lastsBeyond(int bookYear) {
        return leftOn == null || leftOn.getYear() > bookYear;
    }
}
