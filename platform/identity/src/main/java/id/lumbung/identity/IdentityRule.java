package id.lumbung.identity;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What this module refuses. */
public enum IdentityRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    NOT_ALLOWED,
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    OWN_LOGIN,
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    SECOND_PERSON_NEEDED,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_LOGIN,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_DEVICE,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_OUTLET,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_CREDENTIALS,
    USERNAME_TAKEN,
    MEMBER_HAS_A_LOGIN,
    OVERTAKEN,
    LAST_OPERATOR,
    CREDENTIALS_EXIST,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ROLES_DO_NOT_FIT
}
