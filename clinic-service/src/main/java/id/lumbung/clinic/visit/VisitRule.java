package id.lumbung.clinic.visit;

import id.lumbung.edge.problem.Problem;
import id.lumbung.edge.problem.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a visit, its settlement and its refunds must keep. */
enum VisitRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ARRIVED_AT_UNLIKELY,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_VISIT,
    ID_REUSED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PATIENT_PAYS_NOTHING,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FEE_MISSING,
    NOT_SETTLED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    BEFORE_ITS_SETTLEMENT,
    TOO_MUCH_REFUNDED;

    Refusal because(String indonesian, String english, Map<String, Object> args) {
        return new Refusal(new Problem(this, status(), indonesian, english, 0, args));
    }
}
