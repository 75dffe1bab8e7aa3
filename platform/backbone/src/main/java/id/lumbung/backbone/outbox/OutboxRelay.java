package id.lumbung.backbone.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.EventCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tells the broker what documents have to tell and takes a notice down only when all in-sync
 * replicas have it.
 *
 * <p>Guarantees: each notice is sent at least once, whatever dies in between; a document's notices
 * go out in their order, one at a time. While the broker is away nothing is counted, nothing is
 * given up and memory stays bounded: what does not fit waits in the database. A notice the broker
 * will never take is blocked with the reason and hinders no other, not even the next of its own
 * document.
 *
 * <p>Does not guarantee that a notice is sent once (a crash between sending and taking down, or two
 * instances, send it again, under the same id), nor any order among documents. Costs one update per
 * document, hundreds of documents in one command.
 *
 * <p>The instance that wrote a document rings the bell, so telling takes one round trip to the
 * broker. A sweep finds what a crash left behind: it claims what is due by moving the due time
 * forward, so a clock that is wrong costs a repetition or a delay and never a loss.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;

    /**
     * How long finished documents gather before they are cleared together, unless a batch is full
     * sooner.
     */
    private static final long GATHERING_MILLIS = 25;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Outbox board;
    private final OutboxSettings settings;
    private final byte[] source;
    private final Counter told;

    private final Set<String> collections = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final BlockingQueue<PendingDocument> waiting;
    private final BlockingQueue<PendingDocument> finished;
    private final Semaphore inFlight;

    /** Documents that wait, are on their way or are being cleared; each is in hand once. */
    private final Set<Hand> inHand = ConcurrentHashMap.newKeySet();

    private record Hand(String collection, UUID documentId) {
        static Hand of(PendingDocument told) {
            return new Hand(told.collection(), told.documentId());
        }
    }

    private volatile boolean running;

    /**
     * @param service the name that events give as their source
     */
    public OutboxRelay(
            KafkaTemplate<String, byte[]> kafka,
            Outbox board,
            OutboxSettings settings,
            String service,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.board = board;
        this.settings = settings;
        this.source = ("/" + service).getBytes(UTF_8);
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
        this.finished = new ArrayBlockingQueue<>(settings.inFlight());
        this.inFlight = new Semaphore(settings.inFlight());
        this.told =
                Counter.builder("lumbung.outbox.published")
                        .description("Outbox messages the broker has acknowledged")
                        .register(meters);
    }

    /** Sweeps this collection from now on. */
    public void watch(String collection) {
        board.prepare(collection);
        var _ = collections.add(collection);
    }

    public Collection<String> collections() {
        return List.copyOf(collections);
    }

    /**
     * When a sweep may take up a notice that is posted now, should its writer die before telling
     * it.
     */
    public Instant dueIfForgotten(Instant now) {
        return now.plus(settings.grace());
    }

    /**
     * Says that these documents stand in the database and have something to tell. Never blocks:
     * what there is no room for is left to the sweep.
     */
    public void ring(List<PendingDocument> documents) {
        if (!running || !settings.enabled()) {
            return;
        }
        for (var document : documents) {
            if (inHand.add(Hand.of(document)) && !waiting.offer(document)) {
                var _ = inHand.remove(Hand.of(document));
            }
        }
    }

    /** How many documents wait, are on their way or are being cleared. */
    int inHand() {
        return inHand.size();
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
            } catch (RuntimeException e) {
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
        var notice = document.notices().get(next);
        try {
            var _ =
                    kafka.send(record(notice))
                            .whenComplete((_, failure) -> {
                                if (failure == null) {
                                    told.increment();
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
        if (at + 1 < document.notices().size()) {
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
        var cause = apiFailure(failure);
        var notice = document.notices().get(at);
        if (neverTaken(cause)) {
            var reason = String.valueOf(cause);
            log.error(
                    "The broker will never take notice {} ({}); it is blocked: {}",
                    notice.id(),
                    notice.type(),
                    reason);
            var _ = Thread.ofVirtual().name("relay-block").start(() -> block(document, at, reason));
            return;
        }
        log.debug("Notice {} waits for the broker: {}", notice.id(), String.valueOf(cause));
        if (cause instanceof ApiException && !(cause instanceof RetriableException)) {
            kafka.getProducerFactory().reset();
        }
        putBack(document);
    }

    private void block(PendingDocument document, int at, String reason) {
        try {
            board.block(document, document.notices().get(at), reason);
            sent(document, at);
        } catch (RuntimeException e) {
            log.warn(
                    "Notice {} could not be blocked and is tried again: {}",
                    document.notices().get(at).id(),
                    e.getMessage());
            putBack(document);
        }
    }

    /** Leaves a document to the sweep: it is in the database and falls due. */
    private void putBack(PendingDocument document) {
        inFlight.release();
        var _ = inHand.remove(Hand.of(document));
    }

    private static boolean neverTaken(@Nullable Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException
                || cause instanceof UnsupportedForMessageFormatException;
    }

    private static Throwable apiFailure(Throwable failure) {
        var cause = failure;
        while (!(cause instanceof ApiException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private ProducerRecord<String, byte[]> record(OutboxMessage notice) {
        var record =
                new ProducerRecord<>(notice.topic(), notice.key(), notice.body().getBytes(UTF_8));
        record.headers()
                .add(EventCodec.SPEC_VERSION, "1.0".getBytes(UTF_8))
                .add(EventCodec.ID, notice.id().toString().getBytes(UTF_8))
                .add(EventCodec.TYPE, notice.type().getBytes(UTF_8))
                .add(EventCodec.SOURCE, source)
                .add(EventCodec.SUBJECT, notice.subject().getBytes(UTF_8))
                .add(EventCodec.TIME, notice.time().toString().getBytes(UTF_8))
                .add(EventCodec.CONTENT_TYPE, "application/json".getBytes(UTF_8));
        if (notice.trace() != null) {
            record.headers().add(EventCodec.TRACE_PARENT, notice.trace().getBytes(UTF_8));
        }
        return record;
    }

    private void clearFinished() throws InterruptedException {
        var batch = new ArrayList<PendingDocument>(BATCH);
        batch.add(finished.take());
        Thread.sleep(GATHERING_MILLIS);
        var _ = finished.drainTo(batch, BATCH - 1);
        try {
            board.clear(batch);
        } finally {
            batch.forEach(this::putBack);
        }
    }

    private void sweep() throws InterruptedException {
        for (var collection : collections) {
            var room = room();
            while (room > 0) {
                var claimed = board.claim(collection, Math.min(room, BATCH), settings.lease());
                for (var document : claimed) {
                    if (inHand.add(Hand.of(document))) {
                        waiting.put(document);
                    }
                }
                room = claimed.size() < BATCH ? 0 : room();
            }
        }
        TimeUnit.MILLISECONDS.sleep(settings.every().toMillis());
    }

    /**
     * How many more documents can be told without waiting; none while the broker is away and what
     * is in flight fills up.
     */
    private int room() {
        return Math.min(waiting.remainingCapacity(), inFlight.availablePermits());
    }
}
