package id.lumbung.pharmacy.licence;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What licences and outlets' days must keep. */
enum LicenceRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    LICENCE_ENDS_BEFORE_IT_BEGINS,
    LICENCE_ID_REUSED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    DAY_OUT_OF_RANGE
}
