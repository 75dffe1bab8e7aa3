package id.lumbung.membership;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Stands in for shu-service: says over HTTP what is due to a member, as a test told it. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeShu {

    private record Answer(int status, String body) {}

    private static final Answer NOTHING =
            new Answer(200, "{\"memberId\": \"?\", \"unpaid\": [], \"undecided\": []}");
    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final HttpServer SERVER = start();

    @Bean
    DynamicPropertyRegistrar shuAddress() {
        return properties ->
                properties.add(
                        "lumbung.membership.services.shu",
                        () -> "http://127.0.0.1:" + SERVER.getAddress().getPort());
    }

    /** From now on a question for the dues of this member is answered so. */
    static void answers(UUID cooperative, UUID member, int status, String body) {
        ANSWERS.put(path(cooperative, member), new Answer(status, body));
    }

    /** From now on nothing is due to this member. */
    static void owesNothing(UUID cooperative, UUID member) {
        ANSWERS.remove(path(cooperative, member));
    }

    private static String path(UUID cooperative, UUID member) {
        return "/cooperatives/%s/members/%s/dues".formatted(cooperative, member);
    }

    private static HttpServer start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/cooperatives/", FakeShu::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var answer = ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), NOTHING);
        var body = answer.body().getBytes(UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
