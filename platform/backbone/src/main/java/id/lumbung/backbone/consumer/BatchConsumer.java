package id.lumbung.backbone.consumer;

import id.lumbung.backbone.consumer.Outcome.Refused;
import id.lumbung.backbone.event.CauseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The idempotent consumer of a batch of records. Each record is read by itself: one that cannot be
 * read, or that the handler refuses, becomes a dead letter, and its neighbours go on. Only a
 * failure of the infrastructure throws; then nothing of the batch is confirmed and all of it comes
 * again.
 *
 * <p>Guarantees that every record of a committed batch was either consumed or is a dead letter that
 * the broker has acknowledged. Where the handler itself fails over an event, the events of the
 * batch are handed to it one by one, which costs a round trip each, and only those that it fails
 * over become dead letters.
 *
 * <p>A large batch is worked on in parts: while the handler writes one, the next is read. A handler
 * that takes events in any order is called by several threads at a time; parts of a batch that
 * comes again may be consumed already.
 */
final class BatchConsumer {

    private static final int PART = 500;

    /** One that is read, and the others with the handler. */
    private static final int MAX_PARTS_IN_HAND = 2;

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
        var dead =
                parts(records)
                        .map(this::read)
                        .gather(Gatherers.mapConcurrent(partsInHand(), this::handle))
                        .flatMap(List::stream)
                        .toList();
        if (!dead.isEmpty()) {
            deadLetters.send(dead);
        }
    }

    private int partsInHand() {
        return handler.isOrderless() ? MAX_PARTS_IN_HAND : 1;
    }

    private static Stream<List<ConsumerRecord<String, byte[]>>> parts(
            List<ConsumerRecord<String, byte[]>> records) {
        return IntStream.iterate(0, from -> from < records.size(), from -> from + PART)
                .mapToObj(from -> records.subList(from, Math.min(records.size(), from + PART)));
    }

    /** The events of some records, where each stands, and the records that are none. */
    private record Part(
            List<ReceivedEvent> events,
            List<ConsumerRecord<String, byte[]>> sources,
            List<DeadLetterPublisher.Letter> dead) {}

    private Part read(List<ConsumerRecord<String, byte[]>> records) {
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
        return new Part(events, sources, dead);
    }

    /**
     * @return what becomes a dead letter
     */
    private List<DeadLetterPublisher.Letter> handle(Part part) {
        var outcomes = part.events().isEmpty() ? List.<Outcome>of() : handle(part.events());
        for (var i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Refused refused) {
                part.dead().add(new DeadLetterPublisher.Letter(part.sources().get(i), refused));
            }
        }
        return part.dead();
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
                    CauseCode.NOT_CONSUMABLE,
                    "It can be read, and nothing can be made of it: %s."
                            .formatted(e.getClass().getSimpleName()));
        }
    }
}
