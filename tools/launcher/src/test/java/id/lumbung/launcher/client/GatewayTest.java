package id.lumbung.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private final List<String> asked = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private HttpServer server;
    private Gateway gateway;

    record Answer(String word) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            "%s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("Authorization"),
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    UTF_8)));
                    var status = answers.isEmpty() ? 200 : answers.removeFirst();
                    var body =
                            (status == 200
                                            ? "{\"word\":\"yes\",\"later\":1}"
                                            : "{\"detail\":\"said no with %d\"}".formatted(status))
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        gateway =
                new Gateway(
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        () -> Optional.of("a token"),
                        Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void whileAServiceIsAwayTheRequestIsRepeatedAsItWas() {
        answers.addAll(List.of(503, 429, 504));

        gateway.put("/api/pharmacy/sales/1", Map.of("amount", 5));

        assertThat(asked)
                .hasSize(4)
                .containsOnly("PUT /api/pharmacy/sales/1 Bearer a token {\"amount\":5}");
    }

    @Test
    void aRefusalIsNotRepeatedAndSaysWhy() {
        answers.add(409);

        assertThatThrownBy(() -> gateway.put("/api/pharmacy/sales/1", Map.of()))
                .isInstanceOfSatisfying(
                        GatewayRefusal.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(409))
                .hasMessageContaining("said no with 409");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerIsReadAndWhatIsNewInItPassedOver() {
        assertThat(gateway.get("/x", Answer.class)).isEqualTo(new Answer("yes"));
    }

    @Test
    void timeoutEndsInASentence() {
        server.stop(0);
        try (var hasty =
                new Gateway(
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                        Optional::empty,
                        Duration.ofMillis(300))) {
            assertThatThrownBy(() -> hasty.get("/x", Answer.class))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("./lumbung up");
        }
    }

    @Test
    void whatIsNoAddressIsSaid() {
        assertThatThrownBy(() -> new Gateway("not an address"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("not an address");
    }
}
