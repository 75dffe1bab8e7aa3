package id.lumbung.launcher.client;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the services through the gateway.
 *
 * <p>Every request is repeated with growing pauses while the gateway cannot be reached or says that
 * a service is away or busy. That is safe for whatever we send: a fact has its id before it is
 * sent, and twice is once. It costs the caller up to the timeout given before it fails.
 */
public final class Gateway implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
    private static final Set<Integer> AWAY_OR_BUSY = Set.of(429, 502, 503, 504);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long MAX_PAUSE_MILLIS = 5_000;

    private final URI address;
    private final Supplier<Optional<String>> token;
    private final Duration timeout;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http;

    public Gateway(String address) {
        this(address, Optional::empty, TIMEOUT);
    }

    /**
     * @param token asked for each request; empty where none is needed
     * @param timeout for how long a request is repeated
     */
    public Gateway(String address, Supplier<Optional<String>> token, Duration timeout) {
        try {
            this.address = URI.create(address.replaceAll("/+$", ""));
        } catch (IllegalArgumentException _) {
            throw new UserError(
                    "'%s' is no address of a gateway, such as http://127.0.0.1:8080"
                            .formatted(address));
        }
        this.token = token;
        this.timeout = timeout;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
    }

    private Gateway(Gateway other, Supplier<Optional<String>> token) {
        this.address = other.address;
        this.token = token;
        this.timeout = other.timeout;
        this.http = other.http;
    }

    /** The same gateway for someone else; ends with this one. */
    public Gateway as(Supplier<Optional<String>> token) {
        return new Gateway(this, token);
    }

    public <T> T get(String path, Class<T> answer) {
        return read(path, ask("GET", path, BodyPublishers.noBody()), answer);
    }

    public void put(String path, Object body) {
        var _ = ask("PUT", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    public <T> T put(String path, Object body, Class<T> answer) {
        var bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        return read(path, ask("PUT", path, bytes), answer);
    }

    public <T> T post(String path, Object body, Class<T> answer) {
        var bytes = BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        return read(path, ask("POST", path, bytes), answer);
    }

    public <T> T post(String path, Class<T> answer) {
        return read(path, ask("POST", path, BodyPublishers.noBody()), answer);
    }

    private <T> T read(String path, byte[] body, Class<T> answer) {
        try {
            return json.readValue(body, answer);
        } catch (JacksonException e) {
            throw new UserError(
                    "%s%s answers something else than Lumbung does. Is that the right address?"
                            .formatted(address, path));
        }
    }

    private byte[] ask(String method, String path, BodyPublisher body) {
        var until = System.nanoTime() + timeout.toNanos();
        var pause = FIRST_PAUSE_MILLIS;
        while (true) {
            String problem;
            try {
                var response = http.send(request(method, path, body), BodyHandlers.ofByteArray());
                if (response.statusCode() / 100 == 2) {
                    return response.body();
                }
                if (!AWAY_OR_BUSY.contains(response.statusCode())) {
                    throw new GatewayRefusal(
                            response.statusCode(),
                            "%s %s: %s".formatted(method, path, detail(response)));
                }
                problem = detail(response);
                pause = Math.max(pause, retryAfter(response));
            } catch (ConnectException e) {
                problem = "nothing answers there";
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                throw interrupted();
            }
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > until) {
                throw new UserError(
                        "%s%s cannot be reached: %s. See ./lumbung status, and start it with ./lumbung up."
                                .formatted(address, path, problem));
            }
            rest(pause);
            pause = Math.min(2 * pause, MAX_PAUSE_MILLIS);
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, application/problem+json")
                        .method(method, body);
        token.get()
                .ifPresent(bearer -> {
                    var _ = request.header("Authorization", "Bearer " + bearer);
                });
        return request.build();
    }

    /** Not all at once: those who were sent away together would come back together. */
    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static long retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,2}"))
                .map(value -> 1_000 * Long.parseLong(value))
                .orElse(0L);
    }

    private String detail(HttpResponse<byte[]> response) {
        JsonNode problem;
        try {
            problem = json.readTree(response.body());
        } catch (JacksonException _) {
            return "status " + response.statusCode();
        }
        return problem.path("detail")
                .asStringOpt()
                .or(() -> problem.path("title").asStringOpt())
                .orElse("status " + response.statusCode());
    }

    private static UserError interrupted() {
        Thread.currentThread().interrupt();
        return new UserError("Interrupted.");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
