package id.lumbung.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service as the gateway sees it: it keeps what it was asked and answers by path. */
final class Upstream implements AutoCloseable {

    record Asked(String method, String target, Map<String, List<String>> headers, String body) {

        List<String> header(String name) {
            return headers.getOrDefault(name, List.of());
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);

    Upstream() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Asked last() {
        return asked.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name, List.copyOf(values)));
            var body =
                    new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            var path = exchange.getRequestURI().getPath();
            if (!path.startsWith("/actuator")) {
                asked.add(
                        new Asked(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI().toString(),
                                headers,
                                body));
            }
            switch (path) {
                case "/slow" -> await();
                case "/late-body" -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    await();
                }
                case "/problem" -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                    send(exchange, 409, "{\"type\":\"urn:lumbung:id-reused\",\"status\":409}");
                }
                case "/nothing" -> exchange.sendResponseHeaders(204, -1);
                case "/tagged" -> {
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    send(exchange, 200, "tagged");
                }
                case "/of-one-hop" -> {
                    exchange.getResponseHeaders().set("Connection", "keep-alive, X-Hop");
                    exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
                    exchange.getResponseHeaders().set("X-Hop", "1");
                    exchange.getResponseHeaders().set("X-End", "1");
                    exchange.getResponseHeaders()
                            .set(
                                    "traceparent",
                                    "00-" + "b".repeat(32) + "-" + "b".repeat(16) + "-01");
                    exchange.getResponseHeaders().add("Set-Cookie", "caller=one");
                    send(exchange, 200, "passed");
                }
                case "/with-headers" -> {
                    exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
                    exchange.getResponseHeaders()
                            .set("Content-Security-Policy", "default-src 'self'");
                    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                    send(exchange, 200, "kept");
                }
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    send(exchange, 302, "");
                }
                case "/long" -> send(exchange, 200, "0123456789".repeat(300_000));
                case "/guarded" -> {
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                    send(exchange, 401, "who");
                }
                default -> send(exchange, 200, "taken " + body.length());
            }
        }
    }

    private void await() {
        try {
            var _ = closing.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
