package id.lumbung.backbone.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
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
 * broker. A sweep finds what a crash left behind: it claims what is due by moving the due time
 * forward, so a clock that is wrong costs a repetition or a delay and never a loss.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH_SIZE = 500;
    private static final long NEW_PRODUCER_NANOS = TimeUnit.SECONDS.toNanos(10);

    /**
     * How long finished documents gather before they are cleared together, unless a batch is full
     * sooner.
     */
    private static final long GATHERING_MILLIS = 25;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Outbox outbox;
    private final OutboxSettings settings;
    private final OutboxRecords records;
    private final Counter published;

    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final BlockingQueue<PendingDocument> waiting;
    private final BlockingQueue<PendingDocument> finished;
    private final Semaphore inFlight;

    /** Documents that wait, are on their way or are being cleared; each is here once. */
    private final Set<PendingDocument.Key> taken = ConcurrentHashMap.newKeySet();

    private volatile long newProducerAt = System.nanoTime() - NEW_PRODUCER_NANOS;

    private volatile boolean running;

    /**
     * @param service the name that events give as their source
     */
    OutboxRelay(
            KafkaTemplate<String, byte[]> kafka,
            Outbox outbox,
            OutboxSettings settings,
            String service,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.outbox = outbox;
        this.settings = settings;
        this.records = new OutboxRecords(service);
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.finished = new ArrayBlockingQueue<>(settings.inFlight());
        this.inFlight = new Semaphore(settings.inFlight());
        this.published =
                Counter.builder("lumbung.outbox.published")
                        .description("Outbox messages the broker has acknowledged")
                        .register(meters);
    }

    /** Sweeps this collection from now on. */
    public void watch(String collection) {
        outbox.prepare(collection);
        var _ = collections.add(collection);
    }

    public Collection<String> collections() {
        return List.copyOf(collections);
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
        if (!running || !settings.enabled()) {
            return;
        }
        for (var document : documents) {
            if (taken.add(document.key()) && !waiting.offer(document)) {
                var _ = taken.remove(document.key());
            }
        }
    }

    /** How many documents wait, are on their way or are being cleared. */
    int taken() {
        return taken.size();
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        threads.add(Thread.ofVirtual().name("relay-send").start(() -> repeat(this::sendNext)));
        threads.add(
                Thread.ofVirtual().name("relay-clear").start(() -> repeat(this::clearFinished)));
        threads.add(Thread.ofVirtual().name("relay-sweep").start(() -> repeat(this::sweep)));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void repeat(Step step) {
        while (running) {
            try {
                step.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) {
                log.warn(
                        "The relay goes on after {}: {}",
                        e.getClass().getSimpleName(),
                        e.getMessage());
                try {
                    Thread.sleep(settings.every());
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }

    private void sendNext() throws InterruptedException {
        var document = waiting.take();
        inFlight.acquire();
        send(document, 0);
    }

    private void send(PendingDocument document, int next) {
        var message = document.messages().get(next);
        try {
            var _ =
                    kafka.send(records.record(message))
                            .whenComplete((_, failure) -> {
                                if (failure == null) {
                                    published.increment();
                                    sent(document, next);
                                } else {
                                    failed(document, next, failure);
                                }
                            });
        } catch (RuntimeException e) {
            failed(document, next, e);
        }
    }

    private void sent(PendingDocument document, int at) {
        if (at + 1 < document.messages().size()) {
            send(document, at + 1);
        } else {
            finish(document);
        }
    }

    private void finish(PendingDocument document) {
        if (!finished.offer(document)) {
            throw new IllegalStateException("More documents finished than were in flight");
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
        if (OutboxRecords.needsNewProducer(cause)) {
            resetProducer();
        }
        putBack(document);
    }

    /** Not for each message: a new producer costs a connection and a login. */
    private void resetProducer() {
        if (System.nanoTime() - newProducerAt >= NEW_PRODUCER_NANOS) {
            newProducerAt = System.nanoTime();
            kafka.getProducerFactory().reset();
        }
    }

    private void block(PendingDocument document, int at, String reason) {
        try {
            outbox.block(document, document.messages().get(at), reason);
            sent(document, at);
        } catch (RuntimeException e) {
            log.warn(
                    "Message {} could not be blocked and is tried again: {}",
                    document.messages().get(at).id(),
                    e.getMessage());
            putBack(document);
        }
    }

    /** Leaves a document to the sweep: it is in the database and falls due. */
    private void putBack(PendingDocument document) {
        inFlight.release();
        var _ = taken.remove(document.key());
    }

    private void clearFinished() throws InterruptedException {
        var batch = new ArrayList<PendingDocument>(BATCH_SIZE);
        batch.add(finished.take());
        Thread.sleep(GATHERING_MILLIS);
        var _ = finished.drainTo(batch, BATCH_SIZE - 1);
        try {
            outbox.clear(batch);
        } finally {
            batch.forEach(this::putBack);
        }
    }

    private void sweep() throws InterruptedException {
        for (var collection : collections) {
            var room = room();
            while (room > 0) {
                var claimed =
                        outbox.claim(collection, Math.min(room, BATCH_SIZE), settings.lease());
                for (var document : claimed) {
                    if (taken.add(document.key())) {
                        waiting.put(document);
                    }
                }
                room = claimed.size() < BATCH_SIZE ? 0 : room();
            }
        }
        TimeUnit.MILLISECONDS.sleep(settings.every().toMillis());
    }

    /**
     * How many more documents can be published without waiting; none while the broker is away and
     * what is in flight fills up.
     */
    private int room() {
        return Math.min(waiting.remainingCapacity(), inFlight.availablePermits());
    }
}
