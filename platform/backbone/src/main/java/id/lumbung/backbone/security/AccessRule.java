package id.lumbung.backbone.security;

import id.lumbung.backbone.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a request is not let in. */
enum AccessRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    NOT_ALLOWED,
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    NOT_YOURS,
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    UNREADABLE
}
