package id.lumbung.retail.till;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a till must keep. */
enum TillRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_SUCH_MONEY,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    DIFFERENCE_UNEXPLAINED,
    TILL_CLOSED,
    TILL_OPENED_OTHERWISE,
    TILL_NOT_OPEN
}
