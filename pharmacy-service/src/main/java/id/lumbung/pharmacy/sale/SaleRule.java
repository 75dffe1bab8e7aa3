package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a sale must keep. */
enum SaleRule implements Refusal.Rule {
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

    static void requireNamed(List<SaleLine> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var medicine = line.medicine();
            if (line.productId() == null && (medicine == null || medicine.isBlank())) {
                throw INVALID.because(
                        "'lines[%d]': sebutkan 'productId' dari katalog, atau 'medicine'."
                                .formatted(i),
                        "'lines[%d]': name a 'productId' of the catalogue, or a 'medicine'."
                                .formatted(i));
            }
        }
    }

    static void requirePaid(@Nullable List<Payment> payments, Rupiah total) {
        if (payments == null) {
            return;
        }
        var paid = payments.stream().map(Payment::amount).reduce(Rupiah.ZERO, Rupiah::plus);
        if (!paid.equals(total)) {
            throw PAYMENTS_DIFFER.because(
                    "Pembayaran berjumlah %s, penjualannya %s. Samakan, lalu kirim lagi."
                            .formatted(paid, total),
                    "The payments are %s in all, the sale is %s. Make them equal and send it again."
                            .formatted(paid, total),
                    Map.of("paid", paid.amount(), "total", total.amount()));
        }
    }

    static Refusal noSuchSale() {
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
