package id.lumbung.backbone.fact;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What every fact must keep, whatever it is about. */
enum FactRule implements Refusal.Rule {
    TOLD_DIFFERENTLY(HttpStatus.CONFLICT),
    OUTLET_OF_ANOTHER_COOPERATIVE(HttpStatus.CONFLICT),
    AT_IN_THE_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT),
    AT_BEFORE_1970(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_BUSY(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    FactRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
