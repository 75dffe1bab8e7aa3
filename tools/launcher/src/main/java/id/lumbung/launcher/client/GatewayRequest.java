package id.lumbung.launcher.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.Optional;

/** What is asked of the gateway; it may be sent several times. */
record GatewayRequest(String method, String path, BodyPublisher body) {

    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);

    /**
     * @param token who asks; empty where nobody need say
     */
    HttpRequest at(URI gateway, Optional<String> token) {
        var request =
                HttpRequest.newBuilder(URI.create(gateway + path))
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json, application/problem+json")
                        .method(method, body);
        token.ifPresent(bearer -> {
            var _ = request.header("Authorization", "Bearer " + bearer);
        });
        return request.build();
    }

    GatewayRefusal refusal(int status, String detail) {
        return new GatewayRefusal(status, "%s %s: %s".formatted(method, path, detail));
    }
}
