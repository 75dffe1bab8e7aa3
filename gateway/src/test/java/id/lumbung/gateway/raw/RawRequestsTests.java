package id.lumbung.gateway.raw;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.Issuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten thousand requests over sockets of our own, whole, odd and broken ones behind each other on
 * one connection. The service sees those that were whole, one each, and nothing else; no answer is
 * a fault of ours; and a sale is answered afterwards.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RawRequestsTests {

    private static final int REQUESTS = 10_000;
    private static final int MAX_ON_ONE_CONNECTION = 6;
    private static final int THREADS = 8;
    private static final long SEED = 20261127;

    private static final RecordingService SERVICE = new RecordingService();
    private static final Issuer ISSUER = new Issuer();

    @LocalServerPort private int port;

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (var service : List.of("membership", "pharmacy")) {
            properties.add("lumbung.gateway.services." + service, SERVICE::address);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        for (var kind : List.of("caller", "address", "login", "token", "unknown-token")) {
            properties.add("lumbung.gateway.limits." + kind + ".burst", () -> 10_000_000);
        }
    }

    @AfterAll
    static void close() throws IOException {
        SERVICE.close();
        ISSUER.close();
    }

    @Test
    void theServiceSeesWhatWasWholeOnceAndNothingElse() throws Exception {
        var hour = Date.from(Instant.now().plus(Duration.ofHours(12)));
        var token = ISSUER.signed(ISSUER.claims("raw", "OUTLET").expirationTime(hour).build());
        var requests = new RawRequests(new Random(SEED), token);
        var sent = new ArrayList<List<RawRequest>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int made = 0; made < REQUESTS; made += sent.getLast().size()) {
                var connection = oneConnection(requests, 1 + made % MAX_ON_ONE_CONNECTION);
                sent.add(connection);
                var _ = threads.submit(() -> converse(connection));
            }
        }

        sent.forEach(this::compare);
        faults.addAll(SERVICE.faults);
        SERVICE.bodies.keySet().stream()
                .filter(target -> target.contains(RawKinds.SMUGGLED))
                .forEach(faults::add);
        assertThat(faults).as("seed %d", SEED).isEmpty();
        assertThat(SERVICE.bodies.size()).isGreaterThan(REQUESTS / 5);
        sells(token);
    }

    private static List<RawRequest> oneConnection(RawRequests requests, int count) {
        var connection = new ArrayList<RawRequest>();
        while (connection.size() < count) {
            var next = requests.next();
            if (!next.target().startsWith(RawRequests.MUTATED)) {
                connection.add(next);
            } else if (connection.isEmpty()) {
                return List.of(next);
            }
        }
        return connection;
    }

    private void converse(List<RawRequest> connection) {
        try {
            check(connection, new Conversation(port).statuses(connection));
        } catch (IOException | RuntimeException e) {
            faults.add(e + " " + kinds(connection));
        }
    }

    private void check(List<RawRequest> connection, List<Integer> statuses) {
        for (var status : statuses) {
            if (status >= 500 && status != 502 && status != 503 && status != 504) {
                faults.add(status + " of " + statuses + " to " + kinds(connection));
            }
        }
        for (int each = 0; each < Math.min(statuses.size(), connection.size()); each++) {
            var fate = connection.get(each).fate();
            if (fate.mustArrive() && statuses.get(each) != 200) {
                faults.add(statuses + " to " + kinds(connection));
            }
            if (!fate.leavesTheNextSure()) {
                return;
            }
        }
    }

    private static List<String> kinds(List<RawRequest> connection) {
        return connection.stream()
                .map(request -> request.fate() + " " + request.kind())
                .map(kind -> kind.substring(0, Math.min(80, kind.length())))
                .toList();
    }

    private void compare(List<RawRequest> connection) {
        var sure = true;
        var over = false;
        for (var request : connection) {
            var came = SERVICE.bodies.getOrDefault(request.target(), List.of());
            if (request.target().startsWith(RawRequests.MUTATED)) {
                return;
            }
            var fate = request.fate();
            var tooMany = came.size() > (over || !fate.mayArrive() ? 0 : 1);
            var tooFew = sure && fate.mustArrive() && came.isEmpty();
            if (tooMany || tooFew || came.stream().anyMatch(body -> !body.equals(request.body()))) {
                faults.add(
                        "%d came of %s in %s: %s"
                                .formatted(came.size(), request.kind(), kinds(connection), came));
            }
            sure &= fate.leavesTheNextSure();
            over |= fate.isLast();
        }
    }

    private void sells(String token) throws IOException {
        var sale =
                "PUT /api/pharmacy/sales/1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 2\r\n\r\n{}"
                        .formatted(token);
        var request = new RawRequest("sale", "/sales/1", sale, "{}", Fate.ONCE);
        assertThat(new Conversation(port).statuses(List.of(request))).containsExactly(200);
        assertThat(SERVICE.bodies.get("/sales/1")).containsExactly("{}");
    }
}
