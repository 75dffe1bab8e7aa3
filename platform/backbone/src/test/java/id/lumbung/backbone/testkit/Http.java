package id.lumbung.backbone.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Asks the service under test over HTTP, with or without a token. */
public final class Http implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    public Http(ApplicationContext service) {
        this.address =
                "http://127.0.0.1:"
                        + service.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A request; the body may be empty. */
    public record Asked(String method, String path, String body, String contentType) {

        public static Asked get(String path) {
            return new Asked("GET", path, "", "application/json");
        }

        public static Asked put(String path, String body) {
            return new Asked("PUT", path, body, "application/json");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {

        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    /**
     * @param token as it comes after {@code Bearer}; blank for none
     */
    public Answer ask(Asked asked, String token) {
        return ask(asked, token, Map.of());
    }

    Answer ask(Asked asked, String token, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(address + asked.path()))
                        .timeout(Duration.ofSeconds(30))
                        .method(
                                asked.method(),
                                asked.body().isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(asked.body()));
        if (!asked.body().isEmpty()) {
            request.header("Content-Type", asked.contentType());
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException("No answer to " + asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
