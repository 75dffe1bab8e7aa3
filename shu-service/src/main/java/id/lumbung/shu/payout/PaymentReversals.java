package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.closing.surplus.OpenReversals;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Payments that were recorded by mistake are taken back. */
@Component
class PaymentReversals {

    private final FactStore<PaymentReversal> reversals;
    private final StandingPayments standing;
    private final DividedYears years;
    private final RecordedSteps steps;
    private final OpenReversals openReversals;
    private final DepositsOffice office;

    PaymentReversals(
            FactStore<PaymentReversal> reversals,
            StandingPayments standing,
            DividedYears years,
            RecordedSteps steps,
            OpenReversals openReversals,
            DepositsOffice office) {
        this.reversals = reversals;
        this.standing = standing;
        this.years = years;
        this.steps = steps;
        this.openReversals = openReversals;
        this.office = office;
    }

    /**
     * Takes back a payment that was recorded by mistake; what it paid is due again. Where it was
     * added to savings, the deposit is taken back first.
     *
     * @param paymentId which one, so that sending it again never takes back a later one; null for
     *     the one that stands
     * @throws Refusal when the member was not paid, the year is settled, or the savings were taken
     *     out since
     */
    PaymentReversal reverse(
            UUID cooperativeId, int year, UUID memberId, @Nullable UUID paymentId, String reason) {
        var _ = years.divided(cooperativeId, year);
        if (paymentId != null) {
            var first = reversals.find(PaymentReversal.id(paymentId)).orElse(null);
            if (first != null && first.isOf(cooperativeId, year, memberId)) {
                openReversals.end(cooperativeId, year, paymentId);
                return first;
            }
        }
        var payment = standing.of(cooperativeId, year, Stream.of(memberId)).get(memberId);
        if (payment == null || (paymentId != null && !payment.id().equals(paymentId))) {
            throw PayoutRule.NOT_PAID.because(
                    "Tidak tercatat pembayaran tahun %d kepada anggota %s%s."
                            .formatted(year, memberId, paymentId == null ? "" : " dengan id itu"),
                    "No payment of %d to the member %s is recorded%s."
                            .formatted(year, memberId, paymentId == null ? "" : " under that id"));
        }
        if (!openReversals.begin(cooperativeId, year, payment.id())) {
            throw PayoutRule.SETTLED.because(
                    "Tahun %d sudah selesai dibayarkan; pembayarannya tetap.".formatted(year),
                    "The year %d is settled; its payments stand.".formatted(year));
        }
        try {
            var reversal = reverse(payment, reason);
            openReversals.end(cooperativeId, year, payment.id());
            return reversal;
        } catch (Refusal refusal) {
            if (refusal.rule() instanceof PayoutRule rule && rule.leavesAllAsItWas()) {
                openReversals.end(cooperativeId, year, payment.id());
            }
            throw refusal;
        }
    }

    private PaymentReversal reverse(Payment payment, String reason) {
        steps.record(
                "PAYMENT_REVERSED",
                payment.cooperativeId(),
                payment.bookYear(),
                payment.memberId());
        if (payment.method() == PaymentMethod.VOLUNTARY_SAVINGS) {
            office.takeBack(payment);
        }
        return reversals.put(PaymentReversal.of(payment, reason, reversals.now(), Actor.current()));
    }
}
