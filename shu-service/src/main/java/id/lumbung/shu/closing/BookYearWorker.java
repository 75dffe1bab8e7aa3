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
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int AT_ONCE = 100;

    private final ClosingDesk desk;
    private final BookYearStore closings;
    private final Map<UUID, CompletableFuture<BookYearRecord>> inHand = new ConcurrentHashMap<>();
    private volatile boolean running;

    BookYearWorker(ClosingDesk desk, BookYearStore closings) {
        this.desk = desk;
        this.closings = closings;
    }

    /**
     * Works at the step that is under way and waits for it a while.
     *
     * @return the year as it stands then, still under way where it takes longer
     * @throws id.lumbung.backbone.problem.Refusal when it cannot go on
     */
    BookYearRecord work(BookYearRecord closing) {
        if (closing.underWay() == null) {
            return closing;
        }
        try {
            return start(closing).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return closings.get(closing.cooperativeId(), closing.bookYear());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return closing;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private CompletableFuture<BookYearRecord> start(BookYearRecord closing) {
        var fresh = new CompletableFuture<BookYearRecord>();
        var working = inHand.putIfAbsent(closing.id(), fresh);
        if (working != null) {
            return working;
        }
        var _ =
                Thread.ofVirtual()
                        .name("book-year-" + closing.bookYear())
                        .start(() -> {
                            try {
                                var _ = fresh.complete(desk.advance(closing));
                            } catch (RuntimeException | Error e) {
                                log.warn(
                                        "The book year {} of {} stays on its way for now: {}",
                                        closing.bookYear(),
                                        closing.cooperativeId(),
                                        e.toString());
                                var _ = fresh.completeExceptionally(e);
                            } finally {
                                var _ = inHand.remove(closing.id());
                            }
                        });
        return fresh;
    }

    private void takeUp() {
        while (running) {
            try {
                closings.underWay(AT_ONCE)
                        .forEach(closing -> {
                            var _ = start(closing);
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
