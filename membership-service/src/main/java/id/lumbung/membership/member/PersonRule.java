package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What is refused about a member's personal data. */
enum PersonRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NIK_IMPOSSIBLE,
    ALREADY_A_MEMBER,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_NIK,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    NIK_CANNOT_BE_OPENED,
    CHANGED_MEANWHILE,
    STILL_A_MEMBER,
    SAVINGS_NOT_PAID_OUT,
    SURPLUS_NOT_PAID_OUT,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    SHU_UNAVAILABLE,
    @Refusal.Answers(HttpStatus.GONE)
    ERASED
}
