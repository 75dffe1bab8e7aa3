package id.lumbung.clinic.visit;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Where patients are registered (pendaftaran) and pay. */
@Component
class FrontDesk {

    private static final Duration FARTHEST_AHEAD = Duration.ofMinutes(10);

    private final MongoOperations mongo;
    private final AuditLog audit;
    private final FactStore<Settlement> settlements;
    private final FactStore<Refund> refunds;

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        ARRIVED_AT_UNLIKELY,
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_VISIT,
        ID_REUSED,
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        PATIENT_PAYS_NOTHING,
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        FEE_MISSING,
        NOT_SETTLED,
        TOO_MUCH_REFUNDED
    }

    FrontDesk(MongoOperations mongo, FactStores books, AuditLog audit) {
        this.audit = audit;
        this.mongo = mongo;
        this.settlements = books.open(Settlement.class, "settlements", VisitSettled.class);
        this.refunds =
                books.open(Refund.class, "refunds", VisitRefunded.class)
                        .indexed(false, "visitId")
                        .indexed(true, "turn");
    }

    Visit register(Visit visit) {
        if (visit.arrivedAt().isBefore(Instant.EPOCH)
                || visit.arrivedAt().isAfter(settlements.now().plus(FARTHEST_AHEAD))) {
            throw new Refusal(
                    Rule.ARRIVED_AT_UNLIKELY,
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
                throw new Refusal(
                        Rule.ID_REUSED,
                        "Under the id %s another visit is registered. Use a new id."
                                .formatted(visit.id()));
            }
            return standing;
        }
    }

    Visit get(UUID id) {
        var visit = mongo.findById(id, Visit.class);
        if (visit == null || !RequestGrant.current().covers(visit)) {
            throw new Refusal(
                    Rule.NO_SUCH_VISIT,
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
    Settlement settle(UUID id, VisitController.Payment payment) {
        var visit = get(id);
        var nothing = payment.paid().equals(Rupiah.ZERO);
        if (!visit.payer().patientMayPay() && !nothing) {
            throw new Refusal(
                    Rule.PATIENT_PAYS_NOTHING,
                    "A patient under %s pays nothing; settle the visit with 0."
                            .formatted(visit.payer()));
        }
        if (visit.payer() == Visit.Payer.GENERAL && nothing) {
            throw new Refusal(
                    Rule.FEE_MISSING,
                    "A patient who pays for themselves pays a fee; give what was paid.");
        }
        return settlements.put(
                new Settlement(
                        id,
                        visit.cooperativeId(),
                        visit.outletId(),
                        visit.memberId(),
                        payment.paid(),
                        payment.at().truncatedTo(ChronoUnit.MILLIS),
                        settlements.now()));
    }

    /**
     * @throws Refusal when the visit is not settled, or more would be paid back than was paid
     */
    Refund refund(UUID id, VisitController.PayBack payBack) {
        var visit = get(payBack.visitId());
        var settlement =
                settlements
                        .find(visit.id())
                        .orElseThrow(() ->
                                new Refusal(
                                        Rule.NOT_SETTLED, "Nothing was paid for this visit yet."));
        return SequencedWrites.put(
                refunds,
                id,
                () -> refunds.find(Filters.eq("visitId", visit.id())),
                (turn, earlier) -> {
                    requirePaid(settlement, payBack, earlier);
                    return refund(id, visit, settlement, payBack, visit.id() + "/" + turn);
                },
                first -> refund(id, visit, settlement, payBack, first.turn()));
    }

    private Refund refund(
            UUID id,
            Visit visit,
            Settlement settlement,
            VisitController.PayBack payBack,
            String turn) {
        return new Refund(
                id,
                visit.cooperativeId(),
                visit.outletId(),
                visit.id(),
                visit.memberId(),
                payBack.amount(),
                turn,
                settlement.at(),
                payBack.at().truncatedTo(ChronoUnit.MILLIS),
                refunds.now());
    }

    private static void requirePaid(
            Settlement settlement, VisitController.PayBack payBack, List<Refund> earlier) {
        var paidBack = earlier.stream().map(Refund::value).reduce(payBack.amount(), Rupiah::plus);
        if (paidBack.isMoreThan(settlement.paid())) {
            throw new Refusal(
                    Rule.TOO_MUCH_REFUNDED,
                    "%s was paid; with this refund %s would be paid back."
                            .formatted(settlement.paid(), paidBack));
        }
    }
}
