package id.lumbung.clinic.visit;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.RequestGrant;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Where patients are registered (pendaftaran). */
@Component
class FrontDesk {

    private final MongoOperations mongo;
    private final AuditLog audit;
    private final Clock clock;

    FrontDesk(MongoOperations mongo, AuditLog audit, Clock clock) {
        this.mongo = mongo;
        this.audit = audit;
        this.clock = clock;
    }

    Visit register(Visit visit) {
        if (visit.arrivedAt().isBefore(Instant.EPOCH)
                || ClockTolerance.isInTheFuture(visit.arrivedAt(), clock.instant())) {
            throw VisitRule.nobodyArrived(visit.arrivedAt());
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
                throw VisitRule.idReused(visit.id());
            }
            return standing;
        }
    }

    Visit get(UUID id) {
        var visit = mongo.findById(id, Visit.class);
        if (visit == null || !RequestGrant.current().covers(visit)) {
            throw VisitRule.noSuchVisit(id);
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
}
