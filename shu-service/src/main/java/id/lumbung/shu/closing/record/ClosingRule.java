package id.lumbung.shu.closing.record;

import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a step of a book year is refused for. */
public enum ClosingRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_ACCOUNT,
    YEAR_NOT_OVER,
    YEAR_NOT_BEGUN,
    YEAR_BEFORE_FIRST_FACT,
    EARLIER_YEAR_OPEN,
    LATER_YEAR_CLOSED,
    OTHER_YEAR_CLOSING,
    GATES_SHUT,
    WRONG_STATE,
    FROZEN,
    CHANGED_MEANWHILE,
    NO_POLICY,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_FIGURES,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOTALS_ARE_COMPUTED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    EXPENSE_NEGATIVE,
    TOO_MANY_VERSIONS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MEMBER_SURPLUS_OUT_OF_RANGE,
    POLICY_OUTDATED,
    SAME_PERSON,
    NOT_COUNTERSIGNED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_QUORUM,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_MAJORITY,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    REGISTER_DIFFERS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    SECOND_MEETING_IMPOSSIBLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MORE_PRESENT_THAN_MEMBERS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MEETING_DATE_IMPOSSIBLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    RESERVE_OUT_OF_RANGE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FUNDS_DIFFER,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOO_LARGE;

    public static Refusal tooLarge() {
        return TOO_LARGE.because(
                "Jumlah seluruhnya melebihi " + Long.MAX_VALUE + " rupiah; periksa satuannya.",
                "The amounts together exceed " + Long.MAX_VALUE + " rupiah; check their units.");
    }

    public static Refusal noAccount(int year, UUID memberId) {
        return NO_SUCH_ACCOUNT.because(
                "Tahun %d tidak memuat rekening anggota %s. Periksa id dan tahunnya."
                        .formatted(year, memberId),
                "The year %d has no account of a member %s. Check the id and the year."
                        .formatted(year, memberId));
    }
}
