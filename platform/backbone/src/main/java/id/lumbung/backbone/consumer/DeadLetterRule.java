package id.lumbung.backbone.consumer;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why an operator's wish about a dead letter is refused. */
enum DeadLetterRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_DEAD_LETTER,
    STILL_REFUSED,
    UNDER_REPLAY,
    NOT_OPEN,
    NOTHING_DECIDED,
    SAME_PERSON
}
