package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends made-up sales as fast as they are taken, over kept connections, and counts those
 * acknowledged.
 */
final class Sender implements AutoCloseable {

    /** Fresh for each run of the benchmark: no sale is a repetition. */
    private final UUID cooperative = UUID.randomUUID();

    private final UUID outlet = UUID.randomUUID();
    private final BenchSales made = new BenchSales(cooperative, outlet);
    private final Callers callers;
    private Login login;
    private final AtomicLong next = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    /** Opens an outlet on the stack, and logs in as its app. */
    Sender(Callers callers) {
        this.callers = callers;
        var operator = callers.operator();
        operator.put(
                "/api/membership/cooperatives/" + cooperative,
                Map.of(
                        "name", "Bench",
                        "villageCode", "35.10.14.2014",
                        "kind", "VILLAGE",
                        "zone", "WIB"));
        operator.put(
                "/api/membership/outlets/" + outlet,
                Map.of("cooperativeId", cooperative, "kind", "PHARMACY", "name", "Bench"));
        this.login = callers.outletLogin(outlet);
    }

    /** With which it sends now. */
    String token() {
        return login.token().value();
    }

    /** Whose sales these are. */
    UUID cooperative() {
        return cooperative;
    }

    /** From now on a cashier of the outlet sends, logged in as people do. */
    void becomeCashier() {
        login =
                callers.person(
                        "CASHIER",
                        cooperative,
                        Map.of("cooperativeId", cooperative, "outletId", outlet));
    }

    /** How many sales were made so far. */
    long made() {
        return next.get();
    }

    /** One that was sent. */
    UUID anySale() {
        return made.id(0);
    }

    /** Sales a second, sent one by one by so many senders. */
    double singles(String salesUrl, int senders, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    var number = next.getAndIncrement();
                    send("PUT", salesUrl + "/" + made.id(number), "{" + made.json(number));
                    return 1;
                });
    }

    /** Sales a second, sent in batches by so many senders. */
    double batches(String salesUrl, int senders, int size, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    var body = new StringBuilder("{\"sales\":[");
                    for (var i = 0; i < size; i++) {
                        var number = next.getAndIncrement();
                        body.append(i == 0 ? "" : ",")
                                .append("{\"id\":\"")
                                .append(made.id(number))
                                .append("\",")
                                .append(made.json(number));
                    }
                    send("POST", salesUrl + "/batch", body.append("]}").toString());
                    return size;
                });
    }

    /** Requests a second. */
    double gets(String url, int senders, Duration duration) {
        return SendRate.of(
                senders,
                duration,
                () -> {
                    send("GET", url, "");
                    return 1;
                });
    }

    private void send(String method, String url, String body)
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
        callers.close();
    }
}
