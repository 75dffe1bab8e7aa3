package id.lumbung.e2e;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.login.Login;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An outlet that sends sales, half of them singly and half in batches, each again until it is
 * acknowledged: what an outlet app does. Counts only what was acknowledged.
 */
final class Load implements Runnable {

    private static final int BATCH = 50;
    private static final int SENDERS = 8;
    private static final String DAY = "2026-03-02";
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private final Stack stack;
    private final Login operator;
    private final Login outletLogin;
    private final int sales;
    private final List<String> baseUrls;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong rupiah = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    record Totals(long count, long sum, String digest, long pending) {}

    Load(Stack stack, int sales, String... baseUrls) {
        this.stack = stack;
        this.sales = sales;
        this.baseUrls = List.of(baseUrls);
        var callers = Callers.ofStack(stack.gateway(), stack.data());
        callers.operator()
                .put(
                        "/api/membership/cooperatives/" + cooperative,
                        Map.of(
                                "name", "KDMP Tambong",
                                "villageCode", "35.10.14.2014",
                                "kind", "VILLAGE",
                                "zone", "WIB"));
        callers.operator()
                .put(
                        "/api/membership/outlets/" + outlet,
                        Map.of("cooperativeId", cooperative, "kind", "PHARMACY", "name", "Apotek"));
        operator = callers.operatorLogin();
        outletLogin = callers.outletLogin(outlet);
        var _ = outletLogin.token();
        var _ = operator.token();
    }

    @Override
    public void run() {
        CompletableFuture.allOf(
                        IntStream.range(0, SENDERS)
                                .mapToObj(sender ->
                                        CompletableFuture.runAsync(
                                                () -> send(sender), Thread::startVirtualThread))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private void send(int sender) {
        for (var from = next.getAndAdd(BATCH); from < sales; from = next.getAndAdd(BATCH)) {
            if (sender % 2 == 0) {
                sendBatch(from, baseUrl(sender));
            } else {
                for (var i = from; i < from + BATCH; i++) {
                    var id = id(i);
                    var body = sale(i);
                    var path = baseUrl(sender) + "/sales/" + id;
                    acknowledge(
                            i,
                            () ->
                                    call("PUT", path, body)
                                            .path("id")
                                            .asString("")
                                            .equals(id.toString()));
                }
            }
        }
    }

    private String baseUrl(int sender) {
        var url = baseUrls.get(sender % baseUrls.size());
        return url.equals(stack.gateway()) ? url + "/api/pharmacy" : url;
    }

    private void sendBatch(int from, String url) {
        var items = new ArrayList<String>();
        for (var i = from; i < from + BATCH; i++) {
            items.add("{\"id\":\"" + id(i) + "\"," + sale(i).substring(1));
        }
        var body = "{\"sales\":[" + String.join(",", items) + "]}";
        Awaitility.await("a batch to be acknowledged")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(() -> {
                    var receipt = call("POST", url + "/sales/batch", body);
                    return receipt.path("accepted").asInt(0) + receipt.path("duplicates").asInt(0)
                            == BATCH;
                });
        for (var i = from; i < from + BATCH; i++) {
            count(i);
        }
    }

    private void acknowledge(int i, java.util.concurrent.Callable<Boolean> attempt) {
        Awaitility.await("a sale to be acknowledged")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .until(attempt);
        count(i);
    }

    private void count(int i) {
        rupiah.addAndGet(amount(i));
        acknowledged.incrementAndGet();
    }

    private static long amount(int i) {
        return 1_000L + i % 977;
    }

    private UUID id(int i) {
        return new UUID(
                outlet.getMostSignificantBits() & ~0xFFFFL | 0x7000L, 0x8000_0000_0000_0000L | i);
    }

    private String sale(int i) {
        return """
        {"cooperativeId":"%s","outletId":"%s","at":"%s","lines":[{"medicine":"N02BE","quantity":1,"amount":%d}]}\
        """
                .formatted(
                        cooperative,
                        outlet,
                        Instant.parse(DAY + "T01:00:00Z").plusMillis(i),
                        amount(i));
    }

    private JsonNode call(String method, String url, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Bearer "
                                        + (url.contains("/sales") ? outletLogin : operator)
                                                .token()
                                                .value())
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long rupiah() {
        return rupiah.get();
    }

    Totals journalled() {
        return totals(StackPart.SHU);
    }

    Totals own() {
        return totals(StackPart.PHARMACY);
    }

    /** How many entries an instance of shu-service has written since it started. */
    double journalledBy(String shu) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(shu + "/actuator/prometheus"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.body()
                    .lines()
                    .filter(line -> line.startsWith("lumbung_journalled_total"))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long deadLetters() {
        return get(StackPart.SHU, "/dead-letters?state=OPEN").size();
    }

    long republish() {
        try {
            return call(
                            "POST",
                            stack.url(StackPart.PHARMACY)
                                    + "/reconciliation/outlets/"
                                    + outlet
                                    + "/republish",
                            "")
                    .path("enqueued")
                    .asLong();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Totals totals(StackPart service) {
        var answer = get(service, "/reconciliation/outlets/" + outlet + "/days");
        var day = answer.path("days").path(0);
        return new Totals(
                day.path("count").asLong(0),
                day.path("sum").asLong(0),
                day.path("digest").asString(""),
                answer.path("pending").asLong(0));
    }

    private JsonNode get(StackPart service, String path) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> call("GET", stack.url(service) + path, ""), node -> true);
    }
}
