package id.lumbung.backbone.fact;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What every fact must keep, whatever it is about. */
enum FactRule implements Refusal.Rule {
    ID_REUSED,
    OUTLET_OF_ANOTHER_COOPERATIVE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    AT_IN_THE_FUTURE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    AT_BEFORE_1970,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    TOO_BUSY
}
