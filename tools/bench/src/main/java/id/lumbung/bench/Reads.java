package id.lumbung.bench;

import id.lumbung.launcher.login.Login;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;

/** Single requests, one after the other, over a kept connection. */
final class Reads {

    private static final int TIMES = 200;

    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param token empty where none is needed
     */
    String get(String url, String token) {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            var _ = request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new UserError(
                        "%s answers %d: %s".formatted(url, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UserError("%s does not answer: %s".formatted(url, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
    }

    /** Milliseconds until the answer, in the middle of some hundred. */
    double median(String url, Login who) {
        return median(() -> {
            var _ = get(url, who.token().value());
        });
    }

    static double median(Runnable read) {
        var times = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            var began = Instant.now();
            read.run();
            times.add(Clocks.seconds(began) * 1000);
        }
        return times.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }
}
