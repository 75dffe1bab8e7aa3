package id.lumbung.shu.closing.meeting;

import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.Resolution;

/** Whether enough came, and enough of them agreed (Juklak Menkop 1/2025 art. 11-13). */
final class MeetingAttendance {

    private MeetingAttendance() {}

    /**
     * @param voters who had a vote that day by the register
     * @throws id.lumbung.edge.problem.Refusal when such a meeting could not decide
     */
    static void require(Resolution meeting, long voters) {
        requireRegister(meeting, voters);
        Quorum.require(meeting);
        requireMajority(meeting);
    }

    private static void requireRegister(Resolution meeting, long voters) {
        if (meeting.members() != voters) {
            throw ClosingRule.REGISTER_DIFFERS.because(
                    "Menurut daftar anggota %d orang punya hak suara pada %s; keputusan rapat menyebut %d. Catat dahulu siapa yang masuk atau keluar, atau betulkan jumlahnya."
                            .formatted(voters, meeting.heldOn(), meeting.members()),
                    "%d members had a vote on %s by the register; the resolution says %d. Record at the office who joined or left, or correct the number."
                            .formatted(voters, meeting.heldOn(), meeting.members()));
        }
        if (meeting.present() > meeting.members()) {
            throw ClosingRule.MORE_PRESENT_THAN_MEMBERS.because(
                    "Hadir %d dari %d anggota, kelebihan %d. Hanya anggota yang dihitung."
                            .formatted(
                                    meeting.present(),
                                    meeting.members(),
                                    meeting.present() - meeting.members()),
                    "%d were present of %d members, %d too many. Only members count."
                            .formatted(
                                    meeting.present(),
                                    meeting.members(),
                                    meeting.present() - meeting.members()));
        }
    }

    private static void requireMajority(Resolution meeting) {
        if (meeting.votesFor() > meeting.present()
                || 2L * meeting.votesFor() <= meeting.present()) {
            throw ClosingRule.NO_MAJORITY.because(
                    "%d dari %d yang hadir menyetujui; setidaknya harus %d, dan tidak lebih dari yang hadir."
                            .formatted(
                                    meeting.votesFor(),
                                    meeting.present(),
                                    meeting.present() / 2 + 1),
                    "%d of %d present voted for it; at least %d must, and no more than are present."
                            .formatted(
                                    meeting.votesFor(),
                                    meeting.present(),
                                    meeting.present() / 2 + 1));
        }
    }
}
