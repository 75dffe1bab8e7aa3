package id.lumbung.shu.closing.meeting;

import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.Resolution;

/** Whether enough members came: more than half at a first meeting, a third at a second. */
final class Quorum {

    private Quorum() {}

    static void require(Resolution meeting) {
        var enough =
                meeting.wasSecond()
                        ? 3L * meeting.present() >= meeting.members()
                        : 2L * meeting.present() > meeting.members();
        if (!enough) {
            throw ClosingRule.NO_QUORUM.because(
                    "Hadir %d dari %d anggota; diperlukan %s, setidaknya %d. %s"
                            .formatted(
                                    meeting.present(),
                                    meeting.members(),
                                    meeting.wasSecond() ? "sepertiga" : "lebih dari separuh",
                                    meeting.wasSecond()
                                            ? (meeting.members() + 2) / 3
                                            : meeting.members() / 2 + 1,
                                    meeting.wasSecond()
                                            ? "Panggil anggota lagi."
                                            : "Adakan rapat kedua dalam 30 hari; di sana sepertiga cukup."),
                    "%d of %d members were present; %s is needed, at least %d. %s"
                            .formatted(
                                    meeting.present(),
                                    meeting.members(),
                                    meeting.wasSecond() ? "a third" : "more than half",
                                    meeting.wasSecond()
                                            ? (meeting.members() + 2) / 3
                                            : meeting.members() / 2 + 1,
                                    meeting.wasSecond()
                                            ? "Call the members again."
                                            : "Hold a second meeting within 30 days; a third is enough there."));
        }
    }
}
