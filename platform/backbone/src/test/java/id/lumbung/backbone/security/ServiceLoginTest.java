package id.lumbung.backbone.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

class ServiceLoginTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> brought = new CopyOnWriteArrayList<>();
    private volatile int life = 300;
    private volatile int answer = 200;
    private HttpServer server;
    private RestClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token",
                exchange -> {
                    asked.add(
                            exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    answer(
                            exchange,
                            200,
                            "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                                    .formatted(asked.size(), life));
                });
        server.createContext(
                "/control",
                exchange -> {
                    brought.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    answer(exchange, answer, "{}");
                });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var settings = new ServiceLoginSettings("shu", "a secret", address + "/token");
        var builder = RestClient.builder().baseUrl(address);
        SecurityAutoConfiguration.serviceLogin(settings, Clock.systemUTC()).customize(builder);
        client = builder.build();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void call() {
        assertThat(client.get().uri("/control").retrieve().body(String.class)).isEqualTo("{}");
    }

    @Test
    void oneTokenServesManyCalls() {
        for (var i = 0; i < 3; i++) {
            call();
        }
        var basic = Base64.getEncoder().encodeToString("shu:a secret".getBytes(UTF_8));
        assertThat(asked).containsExactly("Basic " + basic + " grant_type=client_credentials");
        assertThat(brought).containsOnly("Bearer t1").hasSize(3);
    }

    @Test
    void aTokenThatEndsSoonIsReplaced() {
        life = 20;
        call();
        call();
        assertThat(brought).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aTokenThatIsRefusedIsNotUsedAgain() {
        answer = 401;
        assertThatThrownBy(this::call).isInstanceOf(RestClientException.class);
        answer = 200;
        call();
        assertThat(brought).containsExactly("Bearer t1", "Bearer t2");
    }

    @Test
    void aCallThatBringsItsOwnAuthorizationKeepsIt() {
        var body =
                client.get()
                        .uri("/control")
                        .header("Authorization", "Bearer mine")
                        .retrieve()
                        .body(String.class);
        assertThat(body).isEqualTo("{}");
        assertThat(asked).isEmpty();
        assertThat(brought).containsExactly("Bearer mine");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aLoginThatNamesNoClientIsRefusedAtTheStart(@Nullable String client) {
        var settings = new ServiceLoginSettings(client, "a secret", "http://127.0.0.1/token");
        assertThatThrownBy(
                        () -> SecurityAutoConfiguration.serviceLogin(settings, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lumbung.service-login.client-id");
    }

    @Test
    void whoHasNoSecretCallsNobodyAndNeedsNoName() {
        var settings = new ServiceLoginSettings("", "", "http://127.0.0.1/token");
        assertThat(SecurityAutoConfiguration.serviceLogin(settings, Clock.systemUTC())).isNotNull();
    }

    @Test
    void whereTheAuthorizationServerIsAwayTheCallFailsAsAnyOther() {
        server.removeContext("/token");
        assertThatThrownBy(this::call).isInstanceOf(RestClientException.class);
        assertThat(brought).isEmpty();
    }
}
