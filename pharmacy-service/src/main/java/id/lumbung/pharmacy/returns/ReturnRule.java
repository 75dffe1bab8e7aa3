package id.lumbung.pharmacy.returns;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a return must keep. */
enum ReturnRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_RETURN,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    SALE_NOT_KNOWN,
    SALE_OF_ANOTHER_OUTLET,
    SALE_TIME_DOUBTFUL,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    BEFORE_ITS_SALE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    LINE_NOT_SOLD,
    TOO_MUCH_RETURNED,
    TOO_MUCH_PAID_BACK,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    REASON_MISSING,
    TOO_MUCH_COST_RETURNED;
}
