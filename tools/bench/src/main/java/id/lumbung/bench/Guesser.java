package id.lumbung.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Guesses passwords from one address, through the gateway, a thousand a minute: half of them for
 * usernames that exist, half for some that do not. The stack must trust what this machine says of
 * addresses.
 */
final class Guesser implements AutoCloseable {

    private static final long EVERY_MILLIS = 60;
    private static final String ADDRESS = "203.0.113.9";

    private final String gateway;
    private final GuessedNames names;
    private final AtomicLong sent = new AtomicLong();
    private final Map<String, Long> answers = new ConcurrentSkipListMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private @Nullable ScheduledFuture<?> guessing;
    private Instant began = Instant.EPOCH;
    private Duration spent = Duration.ZERO;

    Guesser(String gateway, GuessedNames names) {
        this.gateway = gateway;
        this.names = names;
    }

    void begin() {
        var form = LoginForm.of(http, to("/login").GET().build());
        began = Instant.now();
        guessing =
                clock.scheduleAtFixedRate(
                        () -> guess(form), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void end() {
        if (guessing != null) {
            guessing.cancel(false);
            spent = spent.plus(Duration.between(began, Instant.now()));
        }
    }

    private void guess(LoginForm form) {
        var number = sent.getAndIncrement();
        var username = names.get(number);
        var request =
                to("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", form.cookie())
                        .POST(
                                BodyPublishers.ofString(
                                        "username=%s&password=wrong-%d%s"
                                                .formatted(username, number, form.hidden())))
                        .build();
        var _ =
                http.sendAsync(request, BodyHandlers.discarding())
                        .handle((answer, failure) ->
                                answers.merge(
                                        failure == null
                                                ? Integer.toString(answer.statusCode())
                                                : "unanswered",
                                        1L,
                                        Long::sum));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Forwarded-For", ADDRESS);
    }

    double perMinute() {
        return sent.get() / (spent.toMillis() / 60_000.0);
    }

    /** How many were answered with which status. */
    String answers() {
        return "wrong logins by status: " + answers;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        http.shutdownNow();
    }
}
