package id.lumbung.shu.statement;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a statement is refused for. */
enum StatementRule implements Refusal.Rule {
    LANGUAGE_UNKNOWN(HttpStatus.BAD_REQUEST),
    NOTHING_TO_REPORT(HttpStatus.CONFLICT),
    TOO_MANY_MEMBERS(HttpStatus.UNPROCESSABLE_CONTENT),
    PRINTING_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    MEMBERSHIP_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    StatementRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
