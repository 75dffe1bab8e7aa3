package id.lumbung.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** How much so many senders send a second, each one call after the other. */
final class SendRate {

    private SendRate() {}

    /** One call, which says how much it sent. */
    interface Call {
        int send() throws IOException, InterruptedException;
    }

    static double of(int senders, Duration duration, Call call) {
        var sent = new AtomicLong();
        var began = Instant.now();
        var until = began.plus(duration);
        CompletableFuture.allOf(
                        IntStream.range(0, senders)
                                .mapToObj(_ ->
                                        CompletableFuture.runAsync(
                                                () -> {
                                                    try {
                                                        while (Instant.now().isBefore(until)) {
                                                            var _ = sent.addAndGet(call.send());
                                                        }
                                                    } catch (IOException e) {
                                                        throw new UncheckedIOException(e);
                                                    } catch (InterruptedException e) {
                                                        Thread.currentThread().interrupt();
                                                    }
                                                },
                                                Thread::startVirtualThread))
                                .toArray(CompletableFuture[]::new))
                .join();
        return sent.get() / (Duration.between(began, Instant.now()).toNanos() / 1e9);
    }
}
