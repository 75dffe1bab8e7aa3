package id.lumbung.identity;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

enum IdentityRule implements Refusal.Rule {
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NO_SUCH_PERSON(HttpStatus.NOT_FOUND),
    NO_SUCH_OUTLET(HttpStatus.NOT_FOUND),
    NO_CREDENTIALS(HttpStatus.NOT_FOUND),
    USERNAME_TAKEN(HttpStatus.CONFLICT),
    OVERTAKEN(HttpStatus.CONFLICT),
    LAST_OPERATOR(HttpStatus.CONFLICT),
    CREDENTIALS_EXIST(HttpStatus.CONFLICT),
    ROLES_DO_NOT_FIT(HttpStatus.UNPROCESSABLE_CONTENT);

    private final HttpStatus status;

    IdentityRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
