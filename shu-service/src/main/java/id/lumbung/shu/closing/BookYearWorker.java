package id.lumbung.shu.closing;

import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works off the steps of book years that take long, apart from the request that began them, and
 * takes up those that a process left behind when it died. One instance works at a step at a time;
 * should two ever do, what they write is the same, and one of them finishes it.
 */
@Component
final class BookYearWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BookYearWorker.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_GLANCES = Duration.ofMillis(250);
    private static final int MAX_IN_FLIGHT = 100;

    private final LongSteps steps;
    private final BookYearStore store;
    private final StepClaims claims;
    private final Map<UUID, CompletableFuture<BookYearRecord>> inFlight = new ConcurrentHashMap<>();
    private volatile boolean running;

    BookYearWorker(LongSteps steps, BookYearStore store, StepClaims claims) {
        this.steps = steps;
        this.store = store;
        this.claims = claims;
    }

    /**
     * Works at the step that is under way, or looks on while another instance does, and waits for
     * it a while.
     *
     * @return the year as it stands then, still under way where it takes longer
     * @throws id.lumbung.edge.problem.Refusal when it cannot go on
     */
    BookYearRecord work(BookYearRecord record) {
        var giveUp = System.nanoTime() + TIMEOUT.toNanos();
        var last = record;
        try {
            while (last.hasStepUnderWay() && System.nanoTime() < giveUp) {
                last = start(last).get(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (last.hasStepUnderWay()) {
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_GLANCES.toNanos());
                    last = store.get(record.cooperativeId(), record.bookYear());
                }
            }
            return last;
        } catch (TimeoutException e) {
            return store.get(record.cooperativeId(), record.bookYear());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return last;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private CompletableFuture<BookYearRecord> start(BookYearRecord record) {
        var fresh = new CompletableFuture<BookYearRecord>();
        var working = inFlight.putIfAbsent(record.id(), fresh);
        if (working != null) {
            return working;
        }
        var _ =
                Thread.ofVirtual()
                        .name("book-year-" + record.bookYear())
                        .start(() -> advance(record, fresh));
        return fresh;
    }

    private void advance(BookYearRecord record, CompletableFuture<BookYearRecord> to) {
        try {
            if (!claims.claim(record)) {
                var _ = to.complete(record);
                return;
            }
            try {
                var _ = to.complete(steps.advance(record));
            } finally {
                claims.release(record.id());
            }
        } catch (RuntimeException | Error e) {
            log.warn(
                    "The book year {} of {} stays on its way for now: {}",
                    record.bookYear(),
                    record.cooperativeId(),
                    e.toString());
            var _ = to.completeExceptionally(e);
        } finally {
            var _ = inFlight.remove(record.id());
        }
    }

    private void takeUp() {
        while (running) {
            try {
                claims.renew(inFlight.keySet());
                store.underWay(MAX_IN_FLIGHT - inFlight.size())
                        .forEach(record -> {
                            var _ = start(record);
                        });
            } catch (RuntimeException e) {
                log.warn("Book years under way are looked for again: {}", e.toString());
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        running = true;
        var _ = Thread.ofVirtual().name("book-years").start(this::takeUp);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
