package id.lumbung.clinic.visit;

import id.lumbung.edge.problem.Refusal;
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
    SETTLEMENT_TIME_DOUBTFUL,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    BEFORE_ITS_SETTLEMENT,
    TOO_MUCH_REFUNDED;

    static Refusal notSettled() {
        return NOT_SETTLED.because(
                "Kunjungan ini belum dilunasi.", "Nothing was paid for this visit yet.");
    }
}
