package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

enum SaleRule implements Refusal.Rule {
    NO_SUCH_SALE(HttpStatus.NOT_FOUND),
    UNREADABLE(HttpStatus.BAD_REQUEST),
    INVALID(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    SaleRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
