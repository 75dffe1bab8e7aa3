package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Requests to the authorization server, repeated while it is away or busy. */
final class LoginHttp {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Set<Integer> AWAY_OR_BUSY = Set.of(429, 502, 503, 504);
    private static final long PAUSE_MILLIS = 500;

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    LoginHttp(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    HttpRequest.Builder request(String path) {
        var target = path.startsWith("/") ? address + path : path;
        return HttpRequest.newBuilder(URI.create(target)).timeout(Duration.ofSeconds(30));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormFields.encoded(fields)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        var until = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (true) {
                try {
                    var answer = http.send(request.build(), BodyHandlers.ofString());
                    if (!AWAY_OR_BUSY.contains(answer.statusCode()) || System.nanoTime() > until) {
                        return answer;
                    }
                } catch (IOException e) {
                    if (System.nanoTime() > until) {
                        throw new UserError(
                                "%s does not answer. See ./lumbung status; end what is left of it with ./lumbung down, and start it with ./lumbung up."
                                        .formatted(address));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
    }
}
