package id.lumbung.retail.ledger;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What acts on stock must keep. */
enum LedgerRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    STOCK_BUSY,
    ACT_ID_REUSED,
    DONE_BEFORE,
    NOT_ENOUGH_STOCK
}
