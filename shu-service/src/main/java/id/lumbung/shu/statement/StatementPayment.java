package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.payout.Payment;
import java.time.LocalDate;

/** What was paid of a member's part. */
public record StatementPayment(LocalDate on, Rupiah amount, Manner manner) {

    public enum Manner {
        CASH,
        TRANSFER,
        TO_SAVINGS
    }

    static StatementPayment of(Payment paid, BookYear bookYear) {
        return new StatementPayment(
                bookYear.date(paid.at()),
                paid.paid(),
                switch (paid.method()) {
                    case CASH -> Manner.CASH;
                    case TRANSFER -> Manner.TRANSFER;
                    case VOLUNTARY_SAVINGS -> Manner.TO_SAVINGS;
                });
    }
}
