package id.lumbung.backbone.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The relay's threads: each repeats one step until it is stopped, and goes on after a failure. */
final class RelayThreads {

    private static final Logger log = LoggerFactory.getLogger(RelayThreads.class);

    private final Duration pause;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /**
     * @param pause after a failure
     */
    RelayThreads(Duration pause) {
        this.pause = pause;
    }

    interface Step {
        void run() throws InterruptedException;
    }

    void start(String name, Step step) {
        running = true;
        threads.add(Thread.ofVirtual().name(name).start(() -> repeat(step)));
    }

    void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    boolean isRunning() {
        return running;
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
                    Thread.sleep(pause);
                } catch (InterruptedException _) {
                    return;
                }
            }
        }
    }
}
