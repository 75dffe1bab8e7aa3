package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request for a sale must say. */
final class SaleStatements {

    private SaleStatements() {}

    static void requireNamed(List<SaleLine> lines) {
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var medicine = line.medicine();
            if (line.productId() == null && (medicine == null || medicine.isBlank())) {
                throw SaleRule.INVALID.because(
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
            throw SaleRule.PAYMENTS_DIFFER.because(
                    "Pembayaran berjumlah %s, penjualannya %s. Samakan, lalu kirim lagi."
                            .formatted(paid, total),
                    "The payments are %s in all, the sale is %s. Make them equal and send it again."
                            .formatted(paid, total),
                    Map.of("paid", paid.amount(), "total", total.amount()));
        }
    }
}
