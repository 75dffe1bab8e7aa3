package id.lumbung.pharmacy.stock;

import id.lumbung.edge.problem.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What acts on a pharmacy's stock must keep. */
enum StockRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_ACT,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_ACT_ON_STOCK,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    EXPIRY_UNREADABLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    STATEMENT_MISSING,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PRODUCT_NOT_KNOWN,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ANSWERS_NO_ACT,
    SECOND_PERSON_NEEDED,
    ANOTHER_PROPOSED,
    STOCK_SHORT,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NO_SUCH_DAY,
    PHARMACIST_NEEDED,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_ORDER,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PRODUCT_TWICE,
    ORDER_ID_REUSED;

    static Refusal noSuchOrder() {
        return NO_SUCH_ORDER.because(
                "Tidak tercatat pesanan dengan id ini.", "No order is recorded under this id.");
    }

    static Refusal noSuchAct() {
        return NO_SUCH_ACT.because(
                "Tidak ada catatan stok dengan id ini.",
                "No act on stock is recorded or proposed under this id.");
    }

    static Refusal missing(String field, String indonesian, String english) {
        return STATEMENT_MISSING.because(
                "Isi '%s': %s.".formatted(field, indonesian),
                "Give '%s': %s.".formatted(field, english),
                Map.of("field", field));
    }
}
