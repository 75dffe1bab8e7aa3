package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

enum SaleRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_SALE,
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    UNREADABLE,
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    INVALID
}
