package id.lumbung.gateway;

import static id.lumbung.gateway.Calls.assertProblem;
import static id.lumbung.gateway.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.Issuer;
import id.lumbung.gateway.body.Uploads;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with room for one large body at a time, and callers that keep it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BodyBudgetTests {

    private static final Upstream SERVICE = new Upstream();
    private static final Issuer ISSUER = new Issuer();

    private final List<Socket> keepers = new ArrayList<>();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (var service : List.of("membership", "pharmacy")) {
            properties.add("lumbung.gateway.services." + service, SERVICE::address);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        properties.add("lumbung.gateway.max-total-body", () -> "1MB");
        properties.add("lumbung.gateway.body-wait", () -> "500ms");
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        ISSUER.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.asked.clear();
    }

    @AfterEach
    void letGo() throws Exception {
        for (var keeper : keepers) {
            keeper.close();
        }
    }

    /** Sends this and waits until the gateway has it, then says no more. */
    private void keep(String head, int bytes) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        keepers.add(socket);
        var out = socket.getOutputStream();
        out.write(
                (head + "Expect: 100-continue\n\n")
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        var interim = socket.getInputStream().readNBytes(12);
        assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
        out.write(new byte[bytes]);
    }

    private HttpResponse<String> batch(String outlet, BodyPublisher body) throws Exception {
        return send(
                new Calls(port)
                        .to("/api/pharmacy/sales/batch", ISSUER.token(outlet, "OUTLET"))
                        .POST(body));
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private static String announcing(String path, String more) {
        return "POST %s HTTP/1.1\nHost: lumbung\nContent-Type: application/json\n%s\n"
                .formatted(path, more);
    }

    @Test
    void whoIsNotKnownKeepsNoRoomByABodyOfUnknownLength() throws Exception {
        for (int each = 0; each < 4; each++) {
            keep(announcing("/oauth2/token", "Transfer-Encoding: chunked"), 0);
        }

        assertThat(batch("honest", BodyPublishers.ofByteArray(new byte[300_000])).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSmallBodyOfUnknownLengthWaitsForNobody() throws Exception {
        var slow = "Authorization: Bearer " + ISSUER.token("slow", "OUTLET");
        keep(announcing("/api/pharmacy/sales/batch", "Content-Length: 1000000\n" + slow), 17_000);

        assertThat(batch("small", chunked(10)).body()).isEqualTo("taken 10");
        assertThat(batch("small", chunked(Uploads.SMALL)).statusCode()).isEqualTo(200);
        assertProblem(batch("large", chunked(Uploads.SMALL + 1)), 503, "busy");
        assertProblem(batch("large", BodyPublishers.ofByteArray(new byte[100_000])), 503, "busy");
        assertThat(SERVICE.asked).hasSize(2);
    }

    @Test
    void aLargeBodyOfUnknownLengthComesThroughWhole() throws Exception {
        assertThat(batch("large", chunked(700_000)).body()).isEqualTo("taken 700000");
        assertProblem(batch("large", chunked(1024 * 1024 + 1)), 413, "too-large");
    }
}
