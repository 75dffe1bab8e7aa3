package id.lumbung.bench;

import id.lumbung.launcher.login.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Requests over connections that are kept; an answer other than 200 ends the measurement. */
final class KeptConnections implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    void send(Login login, String method, String url, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + login.token().value())
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
