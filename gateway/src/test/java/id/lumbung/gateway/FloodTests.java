package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.edge.testkit.FreePort;
import id.lumbung.edge.testkit.Issuer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway of its own, with the heap that the local stack gives it, which ends where that is
 * exhausted. Whatever some callers do, it lives, and a single sale of another is answered.
 */
class FloodTests {

    private static final Upstream PHARMACY = new Upstream();
    private static final Issuer ISSUER = new Issuer();
    private static final int PORT = FreePort.choose();

    @TempDir static Path folder;

    private static Process gateway;

    private final List<Socket> attackers = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        gateway =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx112m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                GatewayApplication.class.getName(),
                                "--server.port=" + PORT,
                                "--lumbung.security.issuer-uri=" + ISSUER.address(),
                                "--lumbung.gateway.services.pharmacy=" + PHARMACY.address(),
                                "--lumbung.gateway.services.membership=" + PHARMACY.address())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("gateway.log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(180))
                .ignoreExceptions()
                .until(() -> new Calls(PORT).get("/actuator/health/liveness").statusCode() == 200);
    }

    @AfterAll
    static void end() throws Exception {
        gateway.destroyForcibly().waitFor();
        PHARMACY.close();
        ISSUER.close();
    }

    @AfterEach
    void letGo() throws IOException {
        for (var socket : attackers) {
            socket.close();
        }
    }

    /** So many connections from one address, each of which has said this and waits. */
    private void attack(int connections, String address, String head, int bodyBytes) {
        var body = new byte[bodyBytes];
        for (int each = 0; each < connections; each++) {
            try {
                var socket = new Socket();
                attackers.add(socket);
                socket.bind(new InetSocketAddress(address, 0));
                socket.connect(new InetSocketAddress("127.0.0.1", PORT), 5_000);
                socket.getOutputStream()
                        .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write(body);
            } catch (IOException e) {
                // Sent away, which is what should happen to it.
            }
        }
    }

    /** By another outlet, on a connection of its own, from another address. */
    private static void assertASaleIsAnswered() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var sale =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + PORT + "/api/pharmacy/sales/1"))
                            .timeout(Duration.ofSeconds(90))
                            .header("Authorization", "Bearer " + ISSUER.token("honest", "OUTLET"))
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString("{\"at\":1}"))
                            .build();
            assertThat(http.send(sale, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        assertThat(gateway.isAlive()).isTrue();
    }

    private static String unfinished() {
        return "GET /lumbung.css HTTP/1.1\nHost: lumbung\nX-A: " + "y".repeat(7_000);
    }

    private static String announcing(String path, int bytes, String more) {
        return """
        POST %s HTTP/1.1
        Host: lumbung
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d
        %s
        """
                .formatted(path, bytes, more);
    }

    @Test
    void headersThatNeverEndFromOneAddress() throws Exception {
        attack(2_500, "127.0.0.10", unfinished(), 0);

        assertASaleIsAnswered();
    }

    @Test
    void headersThatNeverEndFromManyAddresses() throws Exception {
        for (int each = 10; each < 40; each++) {
            attack(80, "127.0.0." + each, unfinished(), 0);
        }

        assertASaleIsAnswered();
    }

    @Test
    void bodiesOfNobodyKnownThatNeverEnd() throws Exception {
        for (int each = 10; each < 14; each++) {
            var address = "127.0.0." + each;
            attack(200, address, announcing("/oauth2/token", 262_144, ""), 258_000);
            attack(200, address, announcing("/oauth2/token", 16_000, ""), 15_900);
            attack(200, address, announcing("/login", 16_000, ""), 15_900);
            attack(200, address, announcing("/api/pharmacy/sales/batch", 250_000, ""), 240_000);
        }

        assertASaleIsAnswered();
    }

    @Test
    void largeBodiesOfOneOutletThatNeverEnd() throws Exception {
        var token = "Authorization: Bearer " + ISSUER.token("slow", "OUTLET") + "\n";
        attack(300, "127.0.0.10", announcing("/api/pharmacy/sales/batch", 900_000, token), 880_000);

        assertASaleIsAnswered();
    }

    @Test
    void largeBodiesOfManyOutletsThatNeverEnd() throws Exception {
        for (int each = 0; each < 60; each++) {
            var token = "Authorization: Bearer " + ISSUER.token("slow-" + each, "OUTLET") + "\n";
            attack(
                    8,
                    "127.0.0." + (10 + each),
                    announcing("/api/pharmacy/sales/batch", 900_000, token),
                    100_000);
        }

        assertASaleIsAnswered();
    }

    @Test
    void badTokensFromTheSameAddress() throws Exception {
        var calls = new Calls(PORT);
        var strangers = ISSUER.signedByStranger("nobody", "OUTLET");
        for (int each = 0; each < 1_000; each++) {
            var answer = calls.get("/api/pharmacy/x", strangers + each);
            assertThat(answer.statusCode()).isIn(401, 429, 503);
        }

        assertASaleIsAnswered();
    }
}
