package id.lumbung.clinic.visit;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.RefusedFacts;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Where a visit's fee is paid back. Never pays back more than was paid, however many ask at the
 * same moment.
 */
@Component
class RefundDesk {

    private final FrontDesk desk;
    private final FactStore<Settlement> settlements;
    private final FactStore<Refund> refunds;
    private final RefusedFacts refused;

    RefundDesk(
            FrontDesk desk,
            FactStores stores,
            FactStore<Settlement> settlements,
            RefusedFacts refusedRefunds) {
        this.desk = desk;
        this.settlements = settlements;
        this.refunds =
                stores.open(Refund.class, "refunds", VisitRefunded.class)
                        .indexed(false, "visitId")
                        .indexed(true, "sequenceNumber");
        this.refused = refusedRefunds;
    }

    /**
     * @throws Refusal when the visit is not settled, or more would be paid back than was paid; the
     *     refund is kept among the refused ones then
     */
    Refund refund(UUID id, RefundRequest request) {
        var visit = desk.get(request.visitId());
        return refused.keeping(request.attempt(id, visit), () -> record(id, visit, request));
    }

    private Refund record(UUID id, Visit visit, RefundRequest request) {
        var settlement = settlements.doubtfulTimes().standIn(settlement(visit));
        requireAfter(settlement, request);
        return SequencedWrites.put(
                refunds,
                id,
                () -> refunds.find(Filters.eq("visitId", settlement.id())),
                (number, earlier) -> {
                    requirePaid(settlement, request, earlier);
                    return request.of(
                            id, settlement, settlement.id() + "/" + number, refunds.now());
                },
                first -> request.of(id, settlement, first.sequenceNumber(), refunds.now()));
    }

    private Settlement settlement(Visit visit) {
        var settlement = settlements.find(visit.id()).orElseThrow(VisitRule::notSettled);
        if (settlements.doubtfulTimes().isDoubtful(settlement.id())) {
            throw VisitRule.SETTLEMENT_TIME_DOUBTFUL.because(
                    "Waktu pelunasan ini (%s) diragukan. Pastikan dahulu waktunya, lalu kirim pengembaliannya."
                            .formatted(settlement.at()),
                    "The time of the settlement (%s) is doubtful. Have it settled, then send the refund."
                            .formatted(settlement.at()),
                    Map.of("settledAt", settlement.at().toString()));
        }
        return settlement;
    }

    /**
     * Two devices' clocks may be apart; by more than that, nothing is paid back before it is paid.
     */
    private static void requireAfter(Settlement settlement, RefundRequest request) {
        if (ClockTolerance.isInTheFuture(settlement.at(), request.at())) {
            throw VisitRule.BEFORE_ITS_SETTLEMENT.because(
                    "Pengembalian ini bertanggal %s, sebelum pelunasannya (%s). Periksa jam perangkat, lalu kirim lagi."
                            .formatted(request.at(), settlement.at()),
                    "The refund is dated %s, before the settlement (%s). Set the device's clock and send it again."
                            .formatted(request.at(), settlement.at()),
                    Map.of(
                            "at", request.at().toString(),
                            "settledAt", settlement.at().toString()));
        }
    }

    private static void requirePaid(
            Settlement settlement, RefundRequest request, List<Refund> earlier) {
        var before = earlier.stream().map(Refund::value).reduce(Rupiah.ZERO, Rupiah::plus);
        if (before.plus(request.amount()).isMoreThan(settlement.paid())) {
            var left = settlement.paid().minus(before);
            throw VisitRule.TOO_MUCH_REFUNDED.because(
                    "Dibayar %s, sudah dikembalikan %s; paling banyak %s lagi."
                            .formatted(settlement.paid(), before, left),
                    "%s was paid, %s is paid back already; at most %s is left."
                            .formatted(settlement.paid(), before, left),
                    Map.of(
                            "paid", settlement.paid().amount(),
                            "refunded", before.amount(),
                            "left", left.amount()));
        }
    }
}
