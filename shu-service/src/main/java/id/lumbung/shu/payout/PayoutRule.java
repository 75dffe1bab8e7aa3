package id.lumbung.shu.payout;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What is refused about paying out a divided year. */
enum PayoutRule implements Refusal.Rule {
    NOTHING_DUE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PAID_BEFORE_DUE,
    NOT_PAID,
    SETTLED,
    NOT_ALL_PAID,
    REVERSAL_UNDER_WAY,
    DEPOSIT_NOT_MADE_YET,
    TAKEN_OUT_SINCE,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    MEMBERSHIP_UNAVAILABLE;

    /** Whether it is certain that the membership office took nothing back. */
    boolean leavesAllAsItWas() {
        return this == DEPOSIT_NOT_MADE_YET || this == TAKEN_OUT_SINCE;
    }
}
