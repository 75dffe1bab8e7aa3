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
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("lumbung.gateway.services.pharmacy", PHARMACY::address);
        properties.add("lumbung.security.open", () -> true);
        properties.add("lumbung.gateway.header-timeout", () -> TIMEOUT.toMillis() + "ms");
        properties.add("lumbung.gateway.body-timeout", () -> TIMEOUT.toMillis() + "ms");
    }

    @AfterAll
    static void close() {
        PHARMACY.close();
    }

    /**
     * What is answered to a beginning and a byte every 50 ms until the connection is closed; where
     * it never is, this fails.
     */
    private String drip(String beginning, String each) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                var ticking = Executors.newSingleThreadScheduledExecutor()) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(beginning.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
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
            return heard.toString();
        }
    }

    @Test
    void headersThatNeverEndEndTheConnection() throws Exception {
        var heard = drip("GET /api/pharmacy/x HTTP/1.1\nHost: lumbung\nX-Slow: ", "x");

        assertThat(heard).isEmpty();
    }

    @Test
    void aRequestLineThatNeverEndsEndsTheConnection() throws Exception {
        assertThat(drip("GET /api/pharmacy/", "x")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void aBodyThatDripsIsRefusedAndReachesNobody() throws Exception {
        var heard =
                drip(
                        "PUT /api/pharmacy/sales/1 HTTP/1.1\nHost: lumbung\nContent-Length: 100000\n\n",
                        "x");

        assertThat(heard).startsWith("HTTP/1.1 408").contains("sent-too-slowly");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void soIsOneOfNoAnnouncedLength() throws Exception {
        var heard =
                drip(
                        "PUT /api/pharmacy/sales/1 HTTP/1.1\nHost: lumbung\nTransfer-Encoding: chunked\n\n",
                        "1\r\nx\r\n");

        assertThat(heard).startsWith("HTTP/1.1 408");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void aBodyThatNobodyWantsIsNotWaitedForEither() throws Exception {
        for (var path : new String[] {"/", "/nowhere", "/swagger-ui/index.html"}) {
            for (int length : new int[] {1_000, 500_000}) {
                var _ =
                        drip(
                                "POST %s HTTP/1.1\nHost: lumbung\nContent-Length: %d\n\n"
                                        .formatted(path, length),
                                "x");
            }
        }
    }

    @Test
    void aConnectionThatWaitsForItsNextRequestIsLeftOpen() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            var request = "GET /lumbung.css HTTP/1.1\r\nHost: lumbung\r\nConnection: %s\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted("keep-alive").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes(12)).asString().endsWith("200");
            await().during(TIMEOUT.multipliedBy(3))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !socket.isClosed());
            socket.getOutputStream()
                    .write(request.formatted("close").getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readAllBytes()).asString().contains("HTTP/1.1 200");
        }
    }
}
