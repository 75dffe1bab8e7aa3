package id.lumbung.membership.member;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What is refused about a member's personal data. */
enum PersonRule implements Refusal.Rule {
    NIK_IMPOSSIBLE(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_A_MEMBER(HttpStatus.CONFLICT),
    NO_NIK(HttpStatus.NOT_FOUND),
    NIK_CANNOT_BE_OPENED(HttpStatus.SERVICE_UNAVAILABLE),
    CHANGED_MEANWHILE(HttpStatus.CONFLICT),
    STILL_A_MEMBER(HttpStatus.CONFLICT),
    SAVINGS_NOT_PAID_OUT(HttpStatus.CONFLICT),
    ERASED(HttpStatus.GONE);

    private final HttpStatus status;

    PersonRule(HttpStatus status) {
        this.status = status;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}
