package id.lumbung.launcher.client;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Requests to the gateway, each repeated while it is away or busy. */
final class GatewayRequests implements AutoCloseable {

    private static final Set<Integer> AWAY_OR_BUSY = Set.of(429, 502, 503, 504);

    private final URI address;
    private final Duration timeout;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /**
     * @param timeout for how long a request is repeated
     */
    GatewayRequests(URI address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * The body of the answer.
     *
     * @param token asked for each time
     * @throws GatewayRefusal if what was asked is refused
     * @throws UserError if nobody answers in time
     */
    byte[] ask(GatewayRequest asked, Supplier<Optional<String>> token) {
        var pauses = new GrowingPause(timeout);
        while (true) {
            String problem;
            try {
                var request = asked.at(address, token.get());
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() / 100 == 2) {
                    return response.body();
                }
                var answer = new ProblemAnswer(response);
                if (!AWAY_OR_BUSY.contains(response.statusCode())) {
                    throw asked.refusal(response.statusCode(), answer.detail());
                }
                problem = answer.detail();
                pauses.atLeast(answer.retryAfterMillis());
            } catch (ConnectException e) {
                problem = "nothing answers there";
            } catch (IOException e) {
                problem = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                throw GrowingPause.interrupted();
            }
            if (pauses.isOver()) {
                throw new UserError(
                        "%s%s cannot be reached: %s. See ./lumbung status, and start it with ./lumbung up."
                                .formatted(address, asked.path(), problem));
            }
            pauses.rest();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
