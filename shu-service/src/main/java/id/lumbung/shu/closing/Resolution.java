package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the annual meeting (RAT) resolved. Quorum and majority follow the model deed (Juklak Menkop
 * 1/2025 art. 11-13): more than half of the members at the first meeting, a third at the second;
 * more than half of those present decide.
 *
 * @param heldOn the day of the meeting
 * @param second whether it is the second meeting, after the first had no quorum
 * @param firstHeldOn the day of the first meeting, where this is the second: no more than 30 days
 *     before
 * @param members who had a vote that day; the register must say the same
 * @param votesFor the proposal
 * @param policyVersion that the meeting saw and decided on
 * @param funds the percentages in basis points as the minutes have them; left out, the policy's
 * @param reserveUsed rupiah of the reserve fund that cover a loss
 */
public record Resolution(
        @NotNull LocalDate heldOn,
        @Nullable Boolean second,
        @Nullable LocalDate firstHeldOn,
        @Positive @Max(10_000_000) int present,
        @Positive @Max(10_000_000) int members,
        @PositiveOrZero @Max(10_000_000) int votesFor,
        @Positive int policyVersion,
        @Nullable Map<String, Integer> funds,
        @Nullable @PositiveOrZero Rupiah reserveUsed) {

    private static final int MAX_DAYS_BETWEEN = 30;

    public boolean wasSecond() {
        return second != null && second;
    }

    Rupiah fromReserve() {
        return reserveUsed == null ? Rupiah.ZERO : reserveUsed;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when such a meeting could not decide
     */
    void check(int bookYear, LocalDate proposedOn, LocalDate today, long voters) {
        if (members != voters) {
            throw ClosingRule.REGISTER_DIFFERS.because(
                    "Menurut daftar anggota %d orang punya hak suara pada %s; keputusan rapat menyebut %d. Catat dahulu siapa yang masuk atau keluar, atau betulkan jumlahnya."
                            .formatted(voters, heldOn, members),
                    "%d members had a vote on %s by the register; the resolution says %d. Record at the office who joined or left, or correct the number."
                            .formatted(voters, heldOn, members));
        }
        if (present > members) {
            throw ClosingRule.MORE_PRESENT_THAN_MEMBERS.because(
                    "Hadir %d dari %d anggota, kelebihan %d. Hanya anggota yang dihitung."
                            .formatted(present, members, present - members),
                    "%d were present of %d members, %d too many. Only members count."
                            .formatted(present, members, present - members));
        }
        var enough = wasSecond() ? 3L * present >= members : 2L * present > members;
        if (!enough) {
            throw ClosingRule.NO_QUORUM.because(
                    "Hadir %d dari %d anggota; diperlukan %s, setidaknya %d. %s"
                            .formatted(
                                    present,
                                    members,
                                    wasSecond() ? "sepertiga" : "lebih dari separuh",
                                    wasSecond() ? (members + 2) / 3 : members / 2 + 1,
                                    wasSecond()
                                            ? "Panggil anggota lagi."
                                            : "Adakan rapat kedua dalam 30 hari; di sana sepertiga cukup."),
                    "%d of %d members were present; %s is needed, at least %d. %s"
                            .formatted(
                                    present,
                                    members,
                                    wasSecond() ? "a third" : "more than half",
                                    wasSecond() ? (members + 2) / 3 : members / 2 + 1,
                                    wasSecond()
                                            ? "Call the members again."
                                            : "Hold a second meeting within 30 days; a third is enough there."));
        }
        if (votesFor > present || 2L * votesFor <= present) {
            throw ClosingRule.NO_MAJORITY.because(
                    "%d dari %d yang hadir menyetujui; setidaknya harus %d, dan tidak lebih dari yang hadir."
                            .formatted(votesFor, present, present / 2 + 1),
                    "%d of %d present voted for it; at least %d must, and no more than are present."
                            .formatted(votesFor, present, present / 2 + 1));
        }
        if (heldOn.getYear() <= bookYear || heldOn.isBefore(proposedOn) || heldOn.isAfter(today)) {
            throw ClosingRule.MEETING_DATE_IMPOSSIBLE.because(
                    "Rapat tentang tahun %d tidak mungkin memutuskan pada %s: usulannya diajukan pada %s, dan hari ini %s."
                            .formatted(bookYear, heldOn, proposedOn, today),
                    "The meeting on the year %d cannot have decided on %s: what it decides was proposed on %s, and today is %s."
                            .formatted(bookYear, heldOn, proposedOn, today));
        }
        checkSecond();
    }

    /** Deed art. 12: the second meeting is within 30 days of the first, which had no quorum. */
    private void checkSecond() {
        if (!wasSecond()) {
            return;
        }
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
