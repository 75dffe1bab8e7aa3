package id.lumbung.membership.savings;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What is refused about savings. */
enum SavingsRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_DEPOSIT,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_WITHDRAWAL,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_LINE,
    NOT_A_MEMBER_THEN,
    TOO_LITTLE_SAVED,
    KEPT_WHILE_A_MEMBER,
    TAKEN_OUT_SINCE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MONTHS_DO_NOT_FIT
}
