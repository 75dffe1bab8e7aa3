package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What is refused about memberships. */
enum MemberRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_MEMBER,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_LEAVING,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_MEMBERSHIP,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    TOO_BUSY,
    ALREADY_A_MEMBER,
    NUMBER_TAKEN,
    NUMBERS_ARE_USED_UP,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NUMBER_MISTYPED,
    LEFT_ALREADY,
    LEAVING_ANNULLED,
    READMITTED_SINCE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    MEMBERSHIPS_OVERLAP,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    LEFT_BEFORE_JOINING
}
