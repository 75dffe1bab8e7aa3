package id.lumbung.shu.closing;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a step of a book year is refused for. */
enum ClosingRule implements Refusal.Rule {
    NO_SUCH_ACCOUNT(HttpStatus.NOT_FOUND),
    YEAR_NOT_OVER(HttpStatus.CONFLICT),
    EARLIER_YEAR_OPEN(HttpStatus.CONFLICT),
    LATER_YEAR_CLOSED(HttpStatus.CONFLICT),
    OTHER_YEAR_CLOSING(HttpStatus.CONFLICT),
    GATES_SHUT(HttpStatus.CONFLICT),
    WRONG_STATE(HttpStatus.CONFLICT),
    FROZEN(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    NO_POLICY(HttpStatus.CONFLICT),
    NO_FIGURES(HttpStatus.UNPROCESSABLE_CONTENT),
    TOTALS_ARE_COMPUTED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_VERSIONS(HttpStatus.CONFLICT),
    MEMBER_SURPLUS_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT),
    POLICY_OUTDATED(HttpStatus.CONFLICT),
    NO_QUORUM(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_MAJORITY(HttpStatus.UNPROCESSABLE_CONTENT),
    MORE_PRESENT_THAN_MEMBERS(HttpStatus.UNPROCESSABLE_CONTENT),
    MEETING_DATE_IMPOSSIBLE(HttpStatus.UNPROCESSABLE_CONTENT),
    RESERVE_OUT_OF_RANGE(HttpStatus.UNPROCESSABLE_CONTENT),
    FUNDS_DIFFER(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_LARGE(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    ClosingRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    Refusal refusal(String detail) {
        return new Refusal(this, detail);
    }

    static Refusal tooLarge() {
        return TOO_LARGE.refusal(
                "The amounts together exceed " + Long.MAX_VALUE + " rupiah; check their units.");
    }
}
