package id.lumbung.pharmacy.catalogue;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a row of an import must keep, and its file. */
enum ImportRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    COLUMN_MISSING,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ROW_UNREADABLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ROW_DIFFERS_FROM_ITS_DOUBLE,
    BARCODE_TWICE
}
