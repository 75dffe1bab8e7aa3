package id.lumbung.backbone.fact;

import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxMessage;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.web.TraceContext;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** How facts of one kind stand in the database, each with the event it has yet to publish. */
record FactDocuments<F extends Fact>(
        Class<F> type,
        String topic,
        MongoConverter converter,
        OutboxRelay relay,
        Duration doubtfulAfter) {

    OutboxMessage message(F fact) {
        return OutboxMessage.of(fact.event(), topic, fact.recordedAt(), TraceContext.current());
    }

    Document write(F fact, OutboxMessage message) {
        var document = new Document();
        Actor.current().signOn(document); // A fact's own fields, if it has such, come after.
        converter.write(fact, document);
        document.put("cooperativeId", fact.cooperativeId());
        document.put("outletId", fact.outletId());
        document.put("at", Date.from(fact.at()));
        document.put(FactStore.SIGNED_AMOUNT, fact.amount().amount());
        Outbox.enqueue(
                document,
                List.of(message),
                fact.recordedAt(),
                relay.firstAttemptAfter(fact.recordedAt()));
        return document;
    }

    /** As {@link #write}, but with nothing to publish until a person has settled its time. */
    Document writeDoubtful(F fact, OutboxMessage message) {
        var document = write(fact, message);
        Outbox.withdraw(document);
        document.put(DoubtfulTimes.DOUBTFUL, Date.from(fact.recordedAt()));
        return document;
    }

    boolean isDoubtful(F fact) {
        return fact.hasDeviceTime() && fact.at().plus(doubtfulAfter).isBefore(fact.recordedAt());
    }

    F read(Document document) {
        return converter.read(type, document);
    }
}
