package id.lumbung.backbone.security;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a request is not let in. */
enum AccessRule implements Refusal.Rule {
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NOT_YOURS(HttpStatus.FORBIDDEN),
    UNREADABLE(HttpStatus.BAD_REQUEST);

    private final HttpStatus status;

    AccessRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
