package id.lumbung.backbone.consumer;

import id.lumbung.backbone.consumer.Outcome.Cause;
import id.lumbung.backbone.consumer.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The idempotent consumer of a batch of records. Each record is read by itself: one that cannot be
 * read, or that the handler refuses, becomes a dead letter, and its neighbours go on. Only a
 * failure of the infrastructure throws; then nothing of the batch is confirmed and all of it comes
 * again.
 *
 * <p>Guarantees that every record of a confirmed batch was either consumed or is a dead letter that
 * the broker has acknowledged. Where the handler itself fails over an event, the events of the
 * batch are handed to it one by one, which costs a round trip each, and only those that it fails
 * over become dead letters.
 */
final class BatchConsumer {

    private final EventReader reader;
    private final EventHandler handler;
    private final DeadLetterPublisher deadLetters;
    private final ConsumerStalls stalls;

    BatchConsumer(
            EventReader reader,
            EventHandler handler,
            DeadLetterPublisher deadLetters,
            ConsumerStalls stalls) {
        this.reader = reader;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.stalls = stalls;
    }

    void consume(List<ConsumerRecord<String, byte[]>> records) {
        try {
            consumeOrThrow(records);
        } catch (RuntimeException e) {
            stalls.failed(records, e);
            throw e;
        }
        stalls.succeeded(records);
    }

    private void consumeOrThrow(List<ConsumerRecord<String, byte[]>> records) {
        var events = new ArrayList<ReceivedEvent>(records.size());
        var sources = new ArrayList<ConsumerRecord<String, byte[]>>(records.size());
        var dead = new ArrayList<DeadLetterPublisher.Letter>();
        for (var record : records) {
            switch (reader.read(record.headers(), record.value())) {
                case EventReader.Event(var event) -> {
                    events.add(event);
                    sources.add(record);
                }
                case EventReader.NoEvent(var refused) ->
                        dead.add(new DeadLetterPublisher.Letter(record, refused));
            }
        }
        var outcomes = events.isEmpty() ? List.<Outcome>of() : handle(events);
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Refused refused) {
                dead.add(new DeadLetterPublisher.Letter(sources.get(i), refused));
            }
        }
        if (!dead.isEmpty()) {
            deadLetters.send(dead);
        }
    }

    private List<Outcome> handle(List<ReceivedEvent> events) {
        try {
            return handler.handle(events);
        } catch (RuntimeException e) {
            if (Infrastructure.isCauseOf(e)) {
                throw e;
            }
            return events.stream().map(this::handleAlone).toList();
        }
    }

    Outcome handleAlone(ReceivedEvent event) {
        try {
            return handler.handle(List.of(event)).getFirst();
        } catch (RuntimeException e) {
            if (Infrastructure.isCauseOf(e)) {
                throw e;
            }
            return new Refused(
                    Cause.NOT_CONSUMABLE,
                    "It can be read, and nothing can be made of it: %s."
                            .formatted(e.getClass().getSimpleName()));
        }
    }
}
