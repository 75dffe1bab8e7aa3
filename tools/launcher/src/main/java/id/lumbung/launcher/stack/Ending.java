package id.lumbung.launcher.stack;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asked first, killed when they do not end in time. */
final class Ending {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Ending() {}

    static void of(ProcessHandle process) {
        var _ = process.destroy();
        try {
            var _ = process.onExit().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            var _ = process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
