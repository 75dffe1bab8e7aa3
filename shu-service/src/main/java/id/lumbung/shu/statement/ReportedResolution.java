package id.lumbung.shu.statement;

import id.lumbung.shu.closing.record.Resolution;
import java.time.LocalDate;

/**
 * What the meeting decided.
 *
 * @param registered members on the list that day, of whom {@code present} came
 */
public record ReportedResolution(
        LocalDate on,
        Meeting meeting,
        int present,
        int registered,
        boolean quorumMet,
        int votesFor) {

    /** The second has a lower quorum (a third instead of a half). */
    public enum Meeting {
        FIRST,
        SECOND
    }

    static ReportedResolution of(Resolution decided) {
        return new ReportedResolution(
                decided.heldOn(),
                decided.wasSecond() ? Meeting.SECOND : Meeting.FIRST,
                decided.present(),
                decided.members(),
                true,
                decided.votesFor());
    }
}
