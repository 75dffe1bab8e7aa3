package id.lumbung.shu.closing;

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
 * takes up those that a process left behind when it died. Two processes may work at the same step:
 * what they write is the same, and one of them finishes it.
 */
@Component
final class BookYearWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BookYearWorker.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int MAX_IN_FLIGHT = 100;

    private final LongSteps steps;
    private final BookYearStore store;
    private final Map<UUID, CompletableFuture<BookYearRecord>> inFlight = new ConcurrentHashMap<>();
    private volatile boolean running;

    BookYearWorker(LongSteps steps, BookYearStore store) {
        this.steps = steps;
        this.store = store;
    }

    /**
     * Works at the step that is under way and waits for it a while.
     *
     * @return the year as it stands then, still under way where it takes longer
     * @throws id.lumbung.edge.problem.Refusal when it cannot go on
     */
    BookYearRecord work(BookYearRecord record) {
        if (record.underWay() == null) {
            return record;
        }
        try {
            return start(record).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return store.get(record.cooperativeId(), record.bookYear());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return record;
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
                        .start(() -> {
                            try {
                                var _ = fresh.complete(steps.advance(record));
                            } catch (RuntimeException | Error e) {
                                log.warn(
                                        "The book year {} of {} stays on its way for now: {}",
                                        record.bookYear(),
                                        record.cooperativeId(),
                                        e.toString());
                                var _ = fresh.completeExceptionally(e);
                            } finally {
                                var _ = inFlight.remove(record.id());
                            }
                        });
        return fresh;
    }

    private void takeUp() {
        while (running) {
            try {
                store.underWay(MAX_IN_FLIGHT)
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
