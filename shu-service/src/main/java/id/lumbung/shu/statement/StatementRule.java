package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a statement is refused for. */
enum StatementRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    LANGUAGE_UNKNOWN,
    NOTHING_TO_REPORT,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TOO_MANY_MEMBERS,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    PRINTING_BUSY,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    MEMBERSHIP_UNAVAILABLE
}
