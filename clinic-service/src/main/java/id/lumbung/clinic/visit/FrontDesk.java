package id.lumbung.clinic.visit;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where patients are registered (pendaftaran) and pay. */
@Component
class FrontDesk {

    private final MongoOperations mongo;
    private final AuditLog audit;
    private final FactStore<Settlement> settlements;
    private final FactStore<Refund> refunds;

    FrontDesk(MongoOperations mongo, FactStores stores, AuditLog audit) {
        this.audit = audit;
        this.mongo = mongo;
        this.settlements = stores.open(Settlement.class, "settlements", VisitSettled.class);
        this.refunds =
                stores.open(Refund.class, "refunds", VisitRefunded.class)
                        .indexed(false, "visitId")
                        .indexed(true, "sequence");
    }

    Visit register(Visit visit) {
        if (visit.arrivedAt().isBefore(Instant.EPOCH)
                || ClockTolerance.isInTheFuture(visit.arrivedAt(), settlements.now())) {
            throw VisitRule.ARRIVED_AT_UNLIKELY.because(
                    "Tidak mungkin ada yang datang pada %s. Betulkan jam perangkat, lalu kirim lagi."
                            .formatted(visit.arrivedAt()),
                    "Nobody arrived at %s. Set the device's clock and send it again."
                            .formatted(visit.arrivedAt()));
        }
        var document = new Document();
        mongo.getConverter().write(visit, document);
        Actor.current().signOn(document);
        try {
            var _ = mongo.insert(document, mongo.getCollectionName(Visit.class));
            return visit;
        } catch (DuplicateKeyException e) {
            var standing = mongo.findById(visit.id(), Visit.class);
            if (standing == null || !visit.equals(standing)) {
                throw VisitRule.ID_REUSED.because(
                        "Dengan id %s sudah terdaftar kunjungan lain. Yang terdaftar tetap berlaku dan tidak perlu dikirim lagi."
                                .formatted(visit.id()),
                        "Under the id %s another visit is registered. What is registered stands and need not be sent again."
                                .formatted(visit.id()));
            }
            return standing;
        }
    }

    Visit get(UUID id) {
        var visit = mongo.findById(id, Visit.class);
        if (visit == null || !RequestGrant.current().covers(visit)) {
            throw VisitRule.NO_SUCH_VISIT.because(
                    "Tidak ada kunjungan dengan id %s. Daftarkan dahulu: PUT /visits/{id}."
                            .formatted(id),
                    "No visit is registered under %s. Register it first: PUT /visits/{id}."
                            .formatted(id));
        }
        return visit;
    }

    /**
     * As {@link #get}, for somebody to look at: who was treated is health data, so it is recorded.
     */
    Visit show(UUID id) {
        var visit = get(id);
        audit.record("VISIT_READ", visit.cooperativeId(), id.toString(), null);
        return visit;
    }

    /**
     * @throws Refusal when the visit is not registered, or what was paid does not fit who pays
     */
    Settlement settle(UUID id, SettlementRequest request) {
        var visit = get(id);
        var nothing = request.paid().equals(Rupiah.ZERO);
        if (!visit.payer().patientMayPay() && !nothing) {
            throw VisitRule.PATIENT_PAYS_NOTHING.because(
                    "Pasien %s tidak membayar apa pun; lunasi kunjungan ini dengan 0."
                            .formatted(visit.payer()),
                    "A patient under %s pays nothing; settle the visit with 0."
                            .formatted(visit.payer()));
        }
        if (visit.payer() == Visit.Payer.GENERAL && nothing) {
            throw VisitRule.FEE_MISSING.because(
                    "Pasien umum membayar biaya; isi berapa yang dibayar.",
                    "A patient who pays for themselves pays a fee; give what was paid.");
        }
        return settlements.put(request.of(visit, settlements.now()));
    }

    /**
     * @throws Refusal when the visit is not settled, or more would be paid back than was paid
     */
    Refund refund(UUID id, RefundRequest request) {
        var settlement = settlement(get(request.visitId()));
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
                first -> request.of(id, settlement, first.sequence(), refunds.now()));
    }

    private Settlement settlement(Visit visit) {
        return settlements
                .find(visit.id())
                .orElseThrow(() ->
                        VisitRule.NOT_SETTLED.because(
                                "Kunjungan ini belum dilunasi.",
                                "Nothing was paid for this visit yet."));
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
