package id.lumbung.shu.payout;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.closing.surplus.OpenReversals;
import id.lumbung.shu.closing.surplus.ReversalsSnapshot;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The end of a book year. */
@Component
class Settlement {

    private final FactStore<PaymentReversal> reversals;
    private final PaymentSums sums;
    private final DividedYears years;
    private final OpenReversals openReversals;

    Settlement(
            FactStore<PaymentReversal> reversals,
            PaymentSums sums,
            DividedYears years,
            OpenReversals openReversals) {
        this.reversals = reversals;
        this.sums = sums;
        this.years = years;
        this.openReversals = openReversals;
    }

    /**
     * Ends a book year whose members all have what they are due.
     *
     * @throws Refusal when somebody is unpaid
     */
    void settle(UUID cooperativeId, int year) {
        var open = unfinishedReversals(cooperativeId, year);
        if (!open.payments().isEmpty()) {
            throw PayoutRule.REVERSAL_UNDER_WAY.because(
                    "%d pembayaran tahun %d sedang dibatalkan. Coba lagi beberapa detik lagi; bila tetap begitu, kirim ulang pembatalannya: %s."
                            .formatted(open.payments().size(), year, open.payments()),
                    "%d payments of %d are being reversed. Ask again in a few seconds; if that lasts, send their reversals again: %s."
                            .formatted(open.payments().size(), year, open.payments()));
        }
        var totals = sums.of(cooperativeId, year);
        if (totals.membersUnpaid() > 0) {
            throw PayoutRule.NOT_ALL_PAID.because(
                    "Masih ada %d anggota yang belum menerima bagiannya, seluruhnya %s. Catat dulu pembayarannya."
                            .formatted(totals.membersUnpaid(), totals.unpaid()),
                    "%d members are still due %s together. Record their payments first."
                            .formatted(totals.membersUnpaid(), totals.unpaid()));
        }
        years.markPaid(cooperativeId, year, open);
    }

    /** Those begun and not written; one that was written by a process that died is ended here. */
    private ReversalsSnapshot unfinishedReversals(UUID cooperativeId, int year) {
        for (var payment : openReversals.of(cooperativeId, year).payments()) {
            if (reversals.find(PaymentReversal.id(payment)).isPresent()) {
                openReversals.end(cooperativeId, year, payment);
            }
        }
        return openReversals.of(cooperativeId, year);
    }
}
