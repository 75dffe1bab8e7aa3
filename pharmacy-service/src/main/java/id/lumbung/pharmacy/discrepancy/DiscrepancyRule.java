package id.lumbung.pharmacy.discrepancy;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What the settling of discrepancies must keep. */
enum DiscrepancyRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_DISCREPANCY,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    DAYS_NOT_LISTED,
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    SETTLED_BY_OTHERS,
    SETTLED_OTHERWISE
}
