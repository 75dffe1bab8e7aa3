package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The message relay of the outbox: publishes what stands in documents' outboxes, and clears a
 * message only when all in-sync replicas have it.
 *
 * <p>Guarantees: each message is sent at least once, whatever dies in between; a document's
 * messages go out in their order, one at a time. While the broker is away nothing is counted as an
 * attempt, nothing is given up and memory stays bounded: what does not fit waits in the database. A
 * message the broker will never take is blocked with the reason and hinders no other, not even the
 * next of its own document.
 *
 * <p>Does not guarantee that a message is sent once (a crash between sending and clearing, or two
 * instances, send it again, under the same id), nor any order among documents. Costs one update per
 * document, hundreds of documents in one command.
 *
 * <p>The instance that wrote a document signals it here, so publishing takes one round trip to the
 * broker. A sweep finds what a crash left behind.
 */
public final class OutboxRelay implements SmartLifecycle {

    static final int BATCH_SIZE = 500;

    private final MongoOperations mongo;
    private final OutboxSettings settings;
    private final RelayQueue queue;
    private final RelayThreads threads;
    private final OutboxSender sender;
    private final OutboxClearing clearing;
    private final OutboxSweep sweep;

    /**
     * @param service the name that events give as their source
     */
    OutboxRelay(
            KafkaTemplate<String, byte[]> kafka,
            MongoOperations mongo,
            Clock clock,
            OutboxSettings settings,
            String service,
            MeterRegistry meters) {
        this.mongo = mongo;
        this.settings = settings;
        this.queue = new RelayQueue(settings);
        this.threads = new RelayThreads(settings.interval());
        var published =
                Counter.builder("lumbung.outbox.published")
                        .description("Outbox messages the broker has acknowledged")
                        .register(meters);
        this.sender =
                new OutboxSender(
                        kafka,
                        new OutboxRecords(service),
                        queue,
                        new MessageBlocking(mongo, clock),
                        published);
        this.clearing = new OutboxClearing(mongo, queue);
        this.sweep = new OutboxSweep(new OutboxClaims(mongo, clock), queue, settings);
    }

    /** Sweeps this collection from now on. */
    public void watch(String collection) {
        OutboxIndexes.create(mongo.getCollection(collection));
        sweep.add(collection);
    }

    public Collection<String> collections() {
        return sweep.collections();
    }

    /**
     * When a sweep may claim a message that is enqueued now, should its writer die before
     * publishing it.
     */
    public Instant firstAttemptAfter(Instant now) {
        return now.plus(settings.grace());
    }

    /**
     * Signals that these documents stand in the database with messages to publish. Never blocks:
     * what there is no room for is left to the sweep.
     */
    public void signal(List<PendingDocument> documents) {
        if (threads.isRunning()) {
            documents.forEach(queue::offer);
        }
    }

    /** How many documents wait, are on their way or are being cleared. */
    int taken() {
        return queue.size();
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            threads.start("relay-send", sender::sendNext);
            threads.start("relay-clear", clearing::clearFinished);
            threads.start("relay-sweep", sweep::sweep);
        }
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }
}
