package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends a document's messages in their order, the next when the broker has the one before. */
final class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final OutboxRecords records;
    private final RelayQueue queue;
    private final MessageBlocking blocking;
    private final ProducerRenewal producer;
    private final Counter published;

    OutboxSender(
            KafkaTemplate<String, byte[]> kafka,
            OutboxRecords records,
            RelayQueue queue,
            MessageBlocking blocking,
            Counter published) {
        this.kafka = kafka;
        this.records = records;
        this.queue = queue;
        this.blocking = blocking;
        this.producer = new ProducerRenewal(kafka);
        this.published = published;
    }

    void sendNext() throws InterruptedException {
        send(queue.next(), 0);
    }

    private void send(PendingDocument document, int at) {
        try {
            var _ =
                    kafka.send(records.record(document.messages().get(at)))
                            .whenComplete((_, failure) -> {
                                if (failure == null) {
                                    published.increment();
                                    sent(document, at);
                                } else {
                                    failed(document, at, failure);
                                }
                            });
        } catch (RuntimeException e) {
            failed(document, at, e);
        }
    }

    private void sent(PendingDocument document, int at) {
        if (at + 1 < document.messages().size()) {
            send(document, at + 1);
        } else {
            queue.finish(document);
        }
    }

    private void failed(PendingDocument document, int at, Throwable failure) {
        var cause = OutboxRecords.cause(failure);
        var message = document.messages().get(at);
        if (OutboxRecords.isNeverTaken(cause)) {
            var reason = String.valueOf(cause);
            log.error(
                    "The broker will never take message {} ({}); it is blocked: {}",
                    message.id(),
                    message.type(),
                    reason);
            var _ = Thread.ofVirtual().name("relay-block").start(() -> block(document, at, reason));
            return;
        }
        log.debug("Message {} waits for the broker: {}", message.id(), String.valueOf(cause));
        producer.renewAfter(cause);
        queue.release(document);
    }

    private void block(PendingDocument document, int at, String reason) {
        try {
            blocking.block(document, document.messages().get(at), reason);
            sent(document, at);
        } catch (RuntimeException e) {
            log.warn(
                    "Message {} could not be blocked and is tried again: {}",
                    document.messages().get(at).id(),
                    e.getMessage());
            queue.release(document);
        }
    }
}
