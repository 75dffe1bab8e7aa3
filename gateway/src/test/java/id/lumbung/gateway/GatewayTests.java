package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.edge.testkit.FreePort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a real port, before small real services: one well, one dead, two that die. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GatewayTests {

    private static final int LIMIT = 1024 * 1024;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Upstream PHARMACY = new Upstream();
    private static final FickleUpstream SHU = new FickleUpstream();
    private static final FickleUpstream CLINIC = new FickleUpstream();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        var nobody = "http://127.0.0.1:" + FreePort.choose();
        properties.add("lumbung.gateway.services.membership", () -> nobody);
        properties.add("lumbung.gateway.services.pharmacy", PHARMACY::address);
        properties.add("lumbung.gateway.services.clinic", CLINIC::address);
        properties.add("lumbung.gateway.services.shu", SHU::address);
        properties.add("lumbung.gateway.response-timeout", () -> "6s");
        properties.add("lumbung.security.open", () -> true);
    }

    @AfterAll
    static void close() throws IOException {
        PHARMACY.close();
        SHU.close();
        CLINIC.close();
    }

    @BeforeEach
    void forget() {
        PHARMACY.asked.clear();
        SHU.read.clear();
        SHU.deaths.set(0);
    }

    @Test
    void theServiceIsAskedWithoutThePrefixAndItsAnswerComesBackAsItIs() throws Exception {
        var answer =
                send(put("/api/pharmacy/sales/1?zone=Asia%2FJakarta&a=b+c&empty", "{\"at\":1}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("taken 8");
        assertThat(PHARMACY.last().method()).isEqualTo("PUT");
        assertThat(PHARMACY.last().target()).isEqualTo("/sales/1?zone=Asia%2FJakarta&a=b+c&empty");
        assertThat(PHARMACY.last().header("Content-Type")).containsExactly("application/json");
        assertThat(PHARMACY.last().header("Content-Length")).containsExactly("8");
        assertThat(PHARMACY.last().body()).isEqualTo("{\"at\":1}");
    }

    @Test
    void aServicesOwnProblemComesBackUnchanged() throws Exception {
        var answer = send(put("/api/pharmacy/problem", "{}"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"type\":\"urn:lumbung:id-reused\",\"status\":409}");
    }

    @Test
    void theRootOfAServiceCanBeAsked() throws Exception {
        assertThat(send(get("/api/pharmacy")).statusCode()).isEqualTo(200);
        assertThat(PHARMACY.last().target()).isEqualTo("/");
    }

    @Test
    void answersWithoutABodyAndLongAnswersComeThrough() throws Exception {
        assertThat(send(get("/api/pharmacy/nothing")).statusCode()).isEqualTo(204);
        assertThat(send(get("/api/pharmacy/long")).body()).hasSize(3_000_000);
        assertThat(send(request("/api/pharmacy/sales").HEAD()).statusCode()).isEqualTo(200);
    }

    @Test
    void redirectsAndDemandsForATokenAreLeftToTheCaller() throws Exception {
        var moved = send(get("/api/pharmacy/moved"));
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).hasValue("/elsewhere");

        var guarded = send(get("/api/pharmacy/guarded"));
        assertThat(guarded.statusCode()).isEqualTo(401);
        assertThat(guarded.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void oneCallersCookieIsNotSentForAnother() throws Exception {
        assertThat(send(get("/api/pharmacy/of-one-hop")).headers().firstValue("Set-Cookie"))
                .hasValue("caller=one");
        var _ = send(get("/api/pharmacy/sales"));
        assertThat(PHARMACY.last().header("Cookie")).isEmpty();
    }

    @Test
    void aMatchingTagIsTheServicesMatterAndKeepsNoConnection() throws Exception {
        for (int round = 0; round < 200; round++) {
            assertThat(
                            send(request("/api/pharmacy/tagged")
                                            .header("If-None-Match", "\"1\"")
                                            .GET())
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void headersOfOneHopAndForgedOriginsAreDropped() throws Exception {
        var head =
                raw(
                        """
                        GET /api/pharmacy/of-one-hop HTTP/1.1
                        Host: lumbung
                        Connection: close, X-Secret-Hop
                        X-Secret-Hop: 1
                        Keep-Alive: timeout=5
                        TE: trailers
                        Upgrade: h2c
                        Proxy-Authorization: Basic eA==
                        Forwarded: for=10.0.0.1
                        X-Forwarded-For: 10.0.0.1
                        X-Forwarded-Host: evil
                        X-Forwarded-Anything: evil
                        X-Real-IP: 10.0.0.1
                        Authorization: Bearer token
                        X-Own: kept

                        """);

        var asked = PHARMACY.last();
        for (var dropped :
                new String[] {
                    "X-Secret-Hop",
                    "Keep-Alive",
                    "TE",
                    "Upgrade",
                    "Proxy-Authorization",
                    "Forwarded",
                    "X-Forwarded-For",
                    "X-Forwarded-Host",
                    "X-Forwarded-Anything",
                    "X-Real-IP"
                }) {
            assertThat(asked.header(dropped)).as(dropped).isEmpty();
        }
        assertThat(asked.header("Authorization")).containsExactly("Bearer token");
        assertThat(asked.header("X-Own")).containsExactly("kept");
        assertThat(asked.header("Host")).containsExactly(PHARMACY.address().substring(7));
        assertThat(head.toLowerCase(Locale.ROOT))
                .contains("x-end: 1")
                .doesNotContain("x-hop:")
                .doesNotContain("keep-alive: timeout");
    }

    @Test
    void aTraceIsPassedOnAndReturnedOnce() throws Exception {
        var answer = send(request("/api/pharmacy/of-one-hop").header("traceparent", TRACE).GET());

        assertThat(answer.headers().allValues("traceparent")).containsExactly(TRACE);
        assertThat(PHARMACY.last().header("traceparent")).containsExactly(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void aTraceIsBegunWhereNoneCame(String given) throws Exception {
        var request = request("/api/pharmacy/sales").GET();
        if (!given.isEmpty()) {
            request.header("traceparent", given);
        }
        var answer = send(request);

        var begun = answer.headers().firstValue("traceparent").orElseThrow();
        assertThat(begun).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(begun).isNotEqualTo(given);
        assertThat(PHARMACY.last().header("traceparent")).containsExactly(begun);
    }

    @Test
    void aServiceHearsUnderWhichPathItIsKnownWhateverTheCallerSays() throws Exception {
        var asked = get("/api/pharmacy/problem").header("Lumbung-Prefix", "/api/elsewhere");
        assertThat(send(asked).statusCode()).isEqualTo(409);
        assertThat(PHARMACY.last().header("Lumbung-Prefix")).containsExactly("/api/pharmacy");
    }

    @Test
    void aServiceThatIsDownIsNamedAndNothingWasAccepted() throws Exception {
        var answer = send(put("/api/membership/members/1", "{}"));

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(5);
        assertThat(json.readTree(answer.body()).get("detail").asString())
                .contains("membership", "tidak ada yang diterima", "nothing was accepted");
        assertThat(json.readTree(answer.body()).get("instance").asString())
                .isEqualTo("/api/membership/members/1");
    }

    @Test
    void aServiceThatTakesTooLongIsA504ThatPromisesNothing() throws Exception {
        var answer = send(put("/api/pharmacy/slow", "{}"));

        assertProblem(answer, 504, "service-too-slow");
        assertThat(answer.body()).contains("pharmacy", "not known");
        assertThat(PHARMACY.asked).hasSize(1);
    }

    @Test
    void anAnswerThatStopsHalfwayBeforeAnythingWasPassedOnIsA504() throws Exception {
        assertProblem(send(get("/api/pharmacy/late-body")), 504, "service-too-slow");
    }

    @Test
    void aPutIsRepeatedOnceWhereTheConnectionBroke() throws Exception {
        SHU.deaths.set(1);
        assertThat(send(put("/api/shu/facts/1", "{}")).statusCode()).isEqualTo(200);
        assertThat(SHU.read).hasSize(2);
    }

    @Test
    void aPutIsNotRepeatedTwice() throws Exception {
        SHU.deaths.set(5);
        assertProblem(send(put("/api/shu/facts/1", "{}")), 502, "answer-lost");
        assertThat(SHU.read).hasSize(2);
    }

    @Test
    void aPutThatMayHaveArrivedBeforeTheServiceDiedIsNotCalledUnaccepted() throws Exception {
        assertProblem(send(put("/api/clinic/last", "{}")), 502, "answer-lost");
        assertThat(CLINIC.read).hasSize(1);
        assertProblem(send(put("/api/clinic/visits/1", "{}")), 503, "service-unavailable");
    }

    @Test
    void aPartOfAnAnswerIsNeverTakenForTheWhole() throws Exception {
        var answer = raw("GET /api/shu/breaks HTTP/1.1\nHost: lumbung\n\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("xxxx")
                .doesNotEndWith("\r\n0\r\n\r\n");
    }

    @Test
    void aPostIsNeverRepeated() throws Exception {
        SHU.deaths.set(1);
        var post = request("/api/shu/dead-letters/1/replay").POST(BodyPublishers.ofString("{}"));
        var answer = send(post);

        assertProblem(answer, 502, "answer-lost");
        assertThat(answer.body()).contains("shu", "not known");
        assertThat(SHU.read).hasSize(1);
    }

    @Test
    void bodiesUpToTheLimitGoThrough() throws Exception {
        for (int size : new int[] {0, 1, 262_143, 262_144, 262_145, 300_000, LIMIT}) {
            var answer = send(post("/api/pharmacy/sales/batch", new byte[size]));
            assertThat(answer.body()).isEqualTo("taken " + size);
        }
    }

    @Test
    void bodiesOfUnknownLengthUpToTheLimitGoThrough() throws Exception {
        for (int size : new int[] {0, 1, 262_144, 300_000, LIMIT}) {
            var answer = send(chunked("/api/pharmacy/sales/batch", size));
            assertThat(answer.body()).isEqualTo("taken " + size);
        }
    }

    @Test
    void aFormIsPassedOnAsItCame() throws Exception {
        var form =
                request("/api/pharmacy/form?a=1")
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("a=2&b=%20x+y"));
        assertThat(send(form).statusCode()).isEqualTo(200);
        assertThat(PHARMACY.last().target()).isEqualTo("/form?a=1");
        assertThat(PHARMACY.last().body()).isEqualTo("a=2&b=%20x+y");
    }

    /** Its answer says nothing of an end, so the sender's next request must be heard. */
    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/swagger-ui/index.html", "/actuator/health/liveness"})
    void aBodyThatNobodyReadsDoesNotEndTheConnectionUnsaid(String path) throws Exception {
        var answers =
                raw(
                        """
                        GET %1$s HTTP/1.1
                        Host: lumbung
                        Content-Length: 6

                        GET / GET %1$s HTTP/1.1
                        Host: lumbung
                        Connection: close

                        """
                                .formatted(path));
        assertThat(answers.split("HTTP/1.1 200", -1)).as(answers).hasSize(3);
    }

    @Test
    void anAnnouncedBodyAboveTheLimitIsRefusedUnread() throws Exception {
        var answer =
                raw(
                        """
                        POST /api/pharmacy/sales/batch HTTP/1.1
                        Host: lumbung
                        Expect: 100-continue
                        Content-Length: %d

                        """
                                .formatted(LIMIT + 1));

        assertRawProblem(answer, 413);
        assertThat(answer).contains("urn:lumbung:too-large").doesNotContain("100 Continue");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void aBodyOfUnknownLengthAboveTheLimitIsRefusedAndNeverTakenAsWhole() throws Exception {
        var answer = send(chunked("/api/pharmacy/sales/batch", LIMIT + 1));

        assertProblem(answer, 413, "too-large");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 400_000})
    void aBodyThatBreaksOffNeverReachesTheService(int announced) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var head =
                    "PUT /api/pharmacy/sales/1 HTTP/1.1\r\nHost: lumbung\r\nContent-Length: %d\r\n\r\n"
                            .formatted(announced);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[announced - 10]);
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .satisfiesAnyOf(
                            it -> assertThat(it).isEmpty(), it -> assertRawProblem(it, 400));
        }
        await().during(Duration.ofMillis(300))
                .atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(PHARMACY.asked).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api",
                "/api/bank/accounts",
                "/api/pharmacyx/sales",
                "/api/pharmacy/actuator/prometheus"
            })
    void anUnknownAddressIsA404(String path) throws Exception {
        assertProblem(send(get(path)), 404, "not-found");
        assertThat(PHARMACY.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/pharmacy/../shu/totals",
                "/api/pharmacy/x/../actuator/prometheus",
                "/api/pharmacy/%2e%2E/shu/totals",
                "/api/pharmacy/.%2e/shu",
                "/api/pharmacy/./actuator",
                "/api/pharmacy/x/..;a=b/actuator",
                "/api/pharmacy/.."
            })
    void anAddressThatClimbsIsRefused(String path) throws Exception {
        assertRawProblem(
                raw("GET " + path + " HTTP/1.1\nHost: lumbung\nConnection: close\n\n"), 400);
        assertThat(PHARMACY.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\n\n",
                "GET /api/pharmacy/<script> HTTP/1.1\nHost: lumbung\n\n",
                "GET /api/pharmacy/{id}|x HTTP/1.1\nHost: lumbung\n\n",
                "GET /api/pharmacy/%zz HTTP/1.1\nHost: lumbung\n\n",
                "GET /api/pharmacy/x?%zz HTTP/1.1\nHost: lumbung\nConnection: close\n\n",
                "GET /api/pharmacy/%2Fetc HTTP/1.1\nHost: lumbung\n\n",
                "GET /api/pharmacy/%00 HTTP/1.1\nHost: lumbung\n\n",
                "GET /api/pharmacy HTTP/1.1\nHost: lumbung\nBroken header\n\n",
                "GET /api/pharmacy HTTP/1.1\n\n",
                "GET /api/pharmacy HTTP/9.9\nHost: lumbung\n\n",
                "POST /api/pharmacy HTTP/1.1\nHost: lumbung\nContent-Length: -1\n\n",
                "POST /api/pharmacy HTTP/1.1\nHost: lumbung\nContent-Length: 3\nContent-Length: 4\n\nabcd",
                "POST /api/pharmacy HTTP/1.1\nHost: lumbung\nTransfer-Encoding: rot13\n\nabcd",
                "POST /api/pharmacy/x HTTP/1.1\nHost: lumbung\nConnection: close\nTransfer-Encoding: chunked\n\nzz\n",
                "TRACE /api/pharmacy HTTP/1.1\nHost: lumbung\nConnection: close\n\n",
                "CONNECT lumbung:443 HTTP/1.1\nHost: lumbung\n\n"
            })
    void whatTomcatRefusesIsAProblemToo(String request) throws Exception {
        assertRawProblem(raw(request), 400);
        assertThat(PHARMACY.asked).isEmpty();
    }

    @Test
    void headersAboveTheLimitAreAProblem() throws Exception {
        assertRawProblem(
                raw(
                        "GET /api/pharmacy HTTP/1.1\nHost: lumbung\nX-Long: "
                                + "x".repeat(40_000)
                                + "\n\n"),
                400);
        assertRawProblem(
                raw("GET /api/pharmacy/" + "x".repeat(40_000) + " HTTP/1.1\nHost: lumbung\n\n"),
                400);
    }

    @Test
    void theGatewayIsReadyByItselfAndShowsWhoIsNot() throws Exception {
        assertThat(send(get("/actuator/health/readiness")).statusCode()).isEqualTo(200);

        var health = send(get("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        var services = json.readTree(health.body()).at("/components/services/details");
        assertThat(services.get("membership").asString()).isEqualTo("UNREACHABLE");
        assertThat(services.get("pharmacy").asString()).isEqualTo("UP");
    }

    @Test
    void metricsCarryTheServicesName() throws Exception {
        var _ = send(get("/api/pharmacy/sales"));
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() ->
                        assertThat(send(get("/actuator/prometheus")).body())
                                .contains("http_server_requests_seconds_bucket")
                                .contains("service=\"gateway\"")
                                .contains("uri=\"/api/pharmacy/**\""));
    }

    @Test
    void theOperatorsPageAndTheApiDocsNeedNothingFromElsewhere() throws Exception {
        for (var page : new String[] {"/", "/lumbung.css", "/lumbung.js", "/lumbung.svg"}) {
            var answer = send(get(page));
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
                    .as(page)
                    .doesNotContain("://");
        }
        assertThat(send(get("/swagger-ui.html")).statusCode()).isEqualTo(302);
        assertThat(send(get("/swagger-ui/index.html")).statusCode()).isEqualTo(200);
        var listed = json.readTree(send(get("/v3/api-docs/swagger-config")).body()).get("urls");
        assertThat(listed.valueStream().map(it -> it.get("url").asString()))
                .containsExactlyInAnyOrder(
                        "/v3/api-docs",
                        "/api/membership/v3/api-docs",
                        "/api/pharmacy/v3/api-docs",
                        "/api/clinic/v3/api-docs",
                        "/api/shu/v3/api-docs");
        assertThat(json.readTree(send(get("/v3/api-docs")).body()).get("paths").propertyNames())
                .containsExactlyInAnyOrder("/oauth2/authorize", "/oauth2/token", "/oauth2/revoke");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    private HttpRequest.Builder put(String path, String body) {
        return request(path).PUT(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder post(String path, byte[] body) {
        return request(path).POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder chunked(String path, int size) {
        return request(path)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Everything the gateway answers to these bytes until it closes the connection or is done. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("traceparent")).isPresent();
        assertProblem(json.readTree(answer.body()), status);
        assertThat(json.readTree(answer.body()).get("type").asString())
                .isEqualTo("urn:lumbung:" + slug);
    }

    private void assertRawProblem(String answer, int atLeast) {
        var end = answer.indexOf("\r\n\r\n");
        assertThat(end).as(answer).isPositive();
        var status = Integer.parseInt(answer.substring(9, 12));
        assertThat(status).isBetween(atLeast, 504);
        assertThat(answer.substring(0, end).toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json");
        assertProblem(json.readTree(answer.substring(end)), status);
    }

    private static void assertProblem(JsonNode problem, int status) {
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.toString())
                .doesNotContain("Exception")
                .doesNotContain("org.")
                .doesNotContain("java.")
                .doesNotContain("<html");
    }
}
