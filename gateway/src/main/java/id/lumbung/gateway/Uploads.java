package id.lumbung.gateway;

import id.lumbung.edge.web.BodyBudget;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Bodies above {@value #SMALL} bytes: only so many bytes of them are in memory at a time, and only
 * so many of one caller. Others wait; a single sale is smaller, and never does.
 */
@Component
final class Uploads {

    static final int SMALL = 16 * 1024;

    private final BodyBudget budget;
    private final Duration wait;
    private final int maxPerCaller;
    private final Map<Object, Sending> callers = new ConcurrentHashMap<>();

    Uploads(GatewaySettings settings) {
        this.budget = new BodyBudget(settings.totalBody());
        this.wait = settings.bodyWait();
        this.maxPerCaller = settings.maxUploadsPerCaller();
    }

    /** What one caller sends: its permits, and how many requests know of them. */
    private record Sending(Semaphore permits, int requests) {

        Sending plus(int more) {
            return new Sending(permits, requests + more);
        }
    }

    /** Gives back what a body took. */
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /** There was no memory for the body in time. */
    static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Waits until the body may be read.
     *
     * @param bytes that it will have, at most
     */
    Permit take(Object caller, long bytes) throws Busy {
        if (bytes <= SMALL) {
            return () -> {};
        }
        var own = enter(caller);
        if (acquire(own)) {
            if (budget.take(bytes, wait)) {
                return () -> {
                    budget.release(bytes);
                    own.release();
                    leave(caller);
                };
            }
            own.release();
        }
        leave(caller);
        throw new Busy();
    }

    private boolean acquire(Semaphore own) {
        try {
            return own.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Semaphore enter(Object caller) {
        return callers.merge(
                        caller,
                        new Sending(new Semaphore(maxPerCaller, true), 1),
                        (known, _) -> known.plus(1))
                .permits();
    }

    private void leave(Object caller) {
        callers.computeIfPresent(
                caller, (_, known) -> known.requests() == 1 ? null : known.plus(-1));
    }
}
