package id.lumbung.shu.closing.meeting;

import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.Resolution;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a meeting could decide on that day. */
final class MeetingDay {

    private static final int MAX_DAYS_BETWEEN = 30;

    private MeetingDay() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when it could not
     */
    static void require(Resolution meeting, int bookYear, LocalDate proposedOn, LocalDate today) {
        var heldOn = meeting.heldOn();
        if (heldOn.getYear() <= bookYear || heldOn.isBefore(proposedOn) || heldOn.isAfter(today)) {
            throw ClosingRule.MEETING_DATE_IMPOSSIBLE.because(
                    "Rapat tentang tahun %d tidak mungkin memutuskan pada %s: usulannya diajukan pada %s, dan hari ini %s."
                            .formatted(bookYear, heldOn, proposedOn, today),
                    "The meeting on the year %d cannot have decided on %s: what it decides was proposed on %s, and today is %s."
                            .formatted(bookYear, heldOn, proposedOn, today));
        }
        if (meeting.wasSecond()) {
            requireSoonAfterTheFirst(heldOn, meeting.firstHeldOn());
        }
    }

    /** Deed art. 12: the second meeting is within 30 days of the first, which had no quorum. */
    private static void requireSoonAfterTheFirst(
            LocalDate heldOn, @Nullable LocalDate firstHeldOn) {
        if (firstHeldOn == null
                || !heldOn.isAfter(firstHeldOn)
                || heldOn.isAfter(firstHeldOn.plusDays(MAX_DAYS_BETWEEN))) {
            throw ClosingRule.SECOND_MEETING_IMPOSSIBLE.because(
                    "Rapat kedua diadakan dalam %d hari sesudah yang pertama; isi 'firstHeldOn', hari rapat pertama (%s, dan yang ini %s)."
                            .formatted(MAX_DAYS_BETWEEN, firstHeldOn, heldOn),
                    "A second meeting is held within %d days after the first; give 'firstHeldOn', the day of the first (%s, and this on %s)."
                            .formatted(MAX_DAYS_BETWEEN, firstHeldOn, heldOn));
        }
    }
}
