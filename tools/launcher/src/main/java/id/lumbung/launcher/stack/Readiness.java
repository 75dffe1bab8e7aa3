package id.lumbung.launcher.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a process that was started can be used, or says what its log says. */
final class Readiness {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 50;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();

    /**
     * Of a part that listens on this port: a service by its own word, the others by a connection.
     */
    void await(StackPart part, Process process, int port, Path log) {
        var check =
                part.isService()
                        ? ReadinessCheck.ofService(http, port)
                        : ReadinessCheck.ofPort(port);
        await(part, process, log, check);
    }

    private static void await(StackPart part, Process process, Path log, ReadinessCheck check) {
        var end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (!check.holds()) {
                if (!process.isAlive()) {
                    throw new UserError(
                            "%s ended while it started. The end of %s:%n%s"
                                    .formatted(part.label(), log, tail(log)));
                }
                if (System.nanoTime() > end) {
                    throw new UserError(
                            "%s is not ready after %d s. The end of %s:%n%s"
                                    .formatted(part.label(), TIMEOUT.toSeconds(), log, tail(log)));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while %s started.".formatted(part.label()));
        }
    }

    private static String tail(Path log) {
        try {
            return LogLimit.tail(log);
        } catch (IOException e) {
            return "(the log cannot be read)";
        }
    }
}
