package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a sale must keep. */
public enum SaleRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_SALE,
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    UNREADABLE,
    @Refusal.Answers(HttpStatus.BAD_REQUEST)
    INVALID,
    @Refusal.Answers(HttpStatus.FORBIDDEN)
    NOT_YOURS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PAYMENTS_DIFFER,
    BATCH_EXPIRED,
    BATCH_ON_HOLD,
    STOCK_NOT_USABLE;

    public static Refusal noSuchSale() {
        return NO_SUCH_SALE.because(
                "Tidak tercatat penjualan dengan id ini.", "No sale is recorded under this id.");
    }

    /** Says nothing of whether there is such an outlet. */
    static Refusal notYours(UUID outletId) {
        return NOT_YOURS.because(
                "Penjualan ini dibuat di gerai %s, sedangkan akun ini milik gerai lain. Kirim dengan akun gerai itu; yang lain tidak tertahan."
                        .formatted(outletId),
                "It was made at the outlet %s, and this login is of another. Send it with that outlet's login; the others are not held up."
                        .formatted(outletId));
    }
}
