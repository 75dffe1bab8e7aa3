package id.lumbung.launcher.client;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Some requests at a time. Whoever adds one waits while as many as allowed are under way, so that
 * what is yet to be sent never piles up in memory. After a failure nothing more is begun.
 */
public final class InFlight implements AutoCloseable {

    private final Semaphore places;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FirstFailure failure = new FirstFailure();

    public InFlight(int max) {
        this.places = new Semaphore(max);
    }

    /**
     * Returns when the request has begun.
     *
     * @throws RuntimeException what an earlier request failed with
     */
    public void add(Runnable request) {
        places.acquireUninterruptibly();
        if (failure.isThere()) {
            places.release();
            failure.throwIfThere();
        }
        threads.execute(() -> {
            try {
                request.run();
            } catch (RuntimeException e) {
                failure.keep(e);
            } finally {
                places.release();
            }
        });
    }

    /**
     * Returns when all requests have ended.
     *
     * @throws RuntimeException what the first of them failed with
     */
    public void await() {
        threads.close();
        failure.throwIfThere();
    }

    @Override
    public void close() {
        threads.close();
    }
}
