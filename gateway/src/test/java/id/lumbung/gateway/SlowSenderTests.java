package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Callers that send byte by byte to hold a connection. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(30)
class SlowSenderTests {

    private static final Upstream PHARMACY = new Upstream();
    private static final Duration PATIENCE = Duration.ofMillis(600);

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("lumbung.gateway.services.pharmacy", PHARMACY::address);
        properties.add("lumbung.security.open", () -> true);
        properties.add("lumbung.gateway.header-timeout", () -> PATIENCE.toMillis() + "ms");
        properties.add("lumbung.gateway.body-timeout", () -> PATIENCE.toMillis() + "ms");
    }

    @AfterAll
    static void close() {
        PHARMACY.close();
    }

    private record Heard(String answer, Duration after) {}

    /** What is answered to a beginning and a byte every 50 ms until the connection is closed. */
    private Heard drip(String beginning, String each) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var ticking = Executors.newSingleThreadScheduledExecutor()) {
            socket.setSoTimeout(6_000);
            var out = socket.getOutputStream();
            out.write(beginning.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            var began = System.nanoTime();
            var _ =
                    ticking.scheduleAtFixedRate(
                            () -> {
                                try {
                                    out.write(each.getBytes(StandardCharsets.US_ASCII));
                                } catch (IOException e) {
                                    throw new IllegalStateException("Closed", e);
                                }
                            },
                            0,
                            50,
                            TimeUnit.MILLISECONDS);
            var heard = new StringBuilder();
            try {
                for (int one; (one = socket.getInputStream().read()) >= 0; ) {
                    var _ = heard.append((char) one);
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("reset");
            }
            var _ = ticking.shutdownNow();
            return new Heard(heard.toString(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    @Test
    void headersThatNeverEndEndTheConnection() throws Exception {
        var heard = drip("GET /api/pharmacy/x HTTP/1.1\nHost: lumbung\nX-Slow: ", "x");

        assertThat(heard.answer()).isEmpty();
        assertThat(heard.after()).isBetween(PATIENCE.dividedBy(2), Duration.ofSeconds(5));
    }

    @Test
    void aRequestLineThatNeverEndsEndsTheConnection() throws Exception {
        assertThat(drip("GET /api/pharmacy/", "x").after()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aBodyThatDripsIsRefusedAndReachesNobody() throws Exception {
        var heard =
                drip(
                        "PUT /api/pharmacy/sales/1 HTTP/1.1\nHost: lumbung\nContent-Length: 100000\n\n",
                        "x");

        assertThat(heard.answer()).startsWith("HTTP/1.1 408").contains("sent-too-slowly");
        assertThat(heard.after()).isBetween(PATIENCE.dividedBy(2), Duration.ofSeconds(5));
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void soIsOneOfNoAnnouncedLength() throws Exception {
        var heard =
                drip(
                        "PUT /api/pharmacy/sales/1 HTTP/1.1\nHost: lumbung\nTransfer-Encoding: chunked\n\n",
                        "1\r\nx\r\n");

        assertThat(heard.answer()).startsWith("HTTP/1.1 408");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void aBodyThatNobodyWantsIsNotWaitedForEither() throws Exception {
        for (var path : new String[] {"/", "/nowhere", "/swagger-ui/index.html"}) {
            for (int length : new int[] {1_000, 500_000}) {
                var heard =
                        drip(
                                "POST %s HTTP/1.1\nHost: lumbung\nContent-Length: %d\n\n"
                                        .formatted(path, length),
                                "x");
                assertThat(heard.after()).as(path).isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void aConnectionThatWaitsForItsNextRequestIsLeftOpen() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            var request = "GET /lumbung.css HTTP/1.1\r\nHost: lumbung\r\nConnection: %s\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted("keep-alive").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(12)).asString().endsWith("200");
            await().during(PATIENCE.multipliedBy(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !socket.isClosed());
            socket.getOutputStream()
                    .write(request.formatted("close").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).asString().contains("HTTP/1.1 200");
        }
    }
}
