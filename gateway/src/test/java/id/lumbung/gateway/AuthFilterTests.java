package id.lumbung.gateway;

import static id.lumbung.gateway.Calls.assertProblem;
import static id.lumbung.gateway.Calls.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import id.lumbung.edge.testkit.Issuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with its checks, as it stands in production, before one service and an issuer. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AuthFilterTests {

    private static final String PAGE = "https://app.example";
    private static final Upstream SERVICE = new Upstream();
    private static final Issuer ISSUER = new Issuer();
    private static final Issuer ANOTHER_ISSUER = new Issuer();

    private static final Map<String, String> BAD = badTokens();

    @LocalServerPort private int port;

    private Calls calls;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (var service : List.of("membership", "pharmacy", "clinic", "shu")) {
            properties.add("lumbung.gateway.services." + service, SERVICE::address);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        properties.add("lumbung.gateway.allowed-origins", () -> PAGE);
        properties.add("lumbung.gateway.limits.address.burst", () -> 100_000);
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        ISSUER.close();
        ANOTHER_ISSUER.close();
    }

    @BeforeEach
    void forget() {
        calls = new Calls(port);
        SERVICE.asked.clear();
    }

    @Test
    void aGoodTokenComesInAndIsPassedOn() throws Exception {
        var token = ISSUER.token("outlet-1", "OUTLET");

        assertThat(calls.get("/api/pharmacy/sales/1", token).statusCode()).isEqualTo(200);
        assertThat(SERVICE.last().header("Authorization")).containsExactly("Bearer " + token);
    }

    @Test
    void theSchemesNameIsTakenInAnyCase() throws Exception {
        var token = ISSUER.token("outlet-1", "OUTLET");

        assertThat(
                        send(calls.to("/api/pharmacy/x").header("Authorization", "bearer " + token))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theKeysAreFetchedOnceForManyTokens() throws Exception {
        var _ = calls.get("/api/pharmacy/sales/1", ISSUER.token("first", "OUTLET"));
        var before = ISSUER.asked.get();
        for (int each = 0; each < 20; each++) {
            var answer = calls.get("/api/pharmacy/sales/1", ISSUER.token("o" + each, "OUTLET"));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(ISSUER.asked.get()).isEqualTo(before);
    }

    private static Map<String, String> badTokens() {
        var now = Instant.now();
        var bad = new LinkedHashMap<String, String>();
        bad.put("garbage", "garbage");
        bad.put("three dots", "...");
        bad.put("parts that are no JSON", "YQ.YQ.YQ");
        bad.put("long garbage", "e".repeat(10_000));
        bad.put(
                "expired",
                signed(it -> it.expirationTime(Date.from(now.minus(Duration.ofMinutes(10))))));
        bad.put("without an end", signed(it -> it.expirationTime(null)));
        bad.put(
                "not yet valid",
                signed(it -> it.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(10))))));
        bad.put("of nobody", signed(it -> it.subject(null)));
        bad.put("whose issuer is another", signed(it -> it.issuer(ANOTHER_ISSUER.address())));
        bad.put("whose issuer ends otherwise", signed(it -> it.issuer(ISSUER.address() + "/")));
        bad.put("without an issuer", signed(it -> it.issuer(null)));
        bad.put("whose roles are no list", signed(it -> it.claim("roles", "OPERATOR")));
        bad.put("another issuer's", ANOTHER_ISSUER.token("outlet-1", "OPERATOR"));
        bad.put("wrong signature", ISSUER.forged("outlet-1", "OPERATOR"));
        bad.put("a stranger's key", ISSUER.signedByStranger("outlet-1", "OPERATOR"));
        bad.put("alg none", ISSUER.unsigned("outlet-1", "OPERATOR"));
        bad.put("HS256 with the public key", ISSUER.signedByPublicKey("outlet-1", "OPERATOR"));
        bad.put("RS512", ISSUER.signedOtherwise(JWSAlgorithm.RS512, "outlet-1", "OPERATOR"));
        bad.put("cut", ISSUER.token("outlet-1", "OPERATOR").replaceFirst("\\.[^.]*$", "."));
        bad.put("changed", changed(ISSUER.token("outlet-1", "MEMBER")));
        return bad;
    }

    private static String signed(Consumer<JWTClaimsSet.Builder> change) {
        var claims = ISSUER.claims("outlet-1", "OPERATOR");
        change.accept(claims);
        return ISSUER.signed(claims.build());
    }

    /** Other claims under the signature of these. */
    private static String changed(String token) {
        var parts = token.split("\\.");
        var others = ISSUER.token("outlet-1", "OPERATOR").split("\\.");
        return parts[0] + "." + others[1] + "." + parts[2];
    }

    static List<String> namesOfBadTokens() {
        return List.copyOf(BAD.keySet());
    }

    @ParameterizedTest
    @MethodSource("namesOfBadTokens")
    void aBadTokenIsRefusedAndReachesNobody(String name) throws Exception {
        var token = BAD.getOrDefault(name, name);
        for (var path : List.of("/api/pharmacy/sales/1", "/actuator/prometheus", "/nowhere")) {
            var answer = calls.get(path, token);
            assertProblem(answer, 401, "token-invalid");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"invalid_token\"");
        }
        assertThat(SERVICE.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/pharmacy/sales/1",
                "/api/pharmacy",
                "/api/pharmacy/",
                "/api/nobody/x",
                "/api",
                "/api/pharmacy/v3/api-docs/x",
                "/api/pharmacy/x/v3/api-docs",
                "/api/pharmacy/outbox/blocked",
                "/api/shu/dead-letters",
                "/api/pharmacy/actuator/health",
                "/actuator",
                "/actuator/health",
                "/actuator/health/services",
                "/actuator/prometheus",
                "/actuator/info",
                "/nowhere"
            })
    void withoutATokenNobodyComesIn(String path) throws Exception {
        var answer = calls.get(path);

        assertProblem(answer, 401, "token-missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(SERVICE.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic b3V0bGV0OnNlY3JldA==", "Bearer", "Token x", "x", ""})
    void anotherWayToSayWhoOneIsIsNone(String authorization) throws Exception {
        var request = calls.to("/api/pharmacy/x").header("Authorization", authorization);

        assertProblem(send(request), 401, "token-missing");
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void twoTokensAreNone() throws Exception {
        var good = ISSUER.token("outlet-1", "OUTLET");
        var more = ISSUER.token("operator", "OPERATOR");
        for (var other : List.of(more, "garbage")) {
            assertThat(
                            calls.status(
                                    """
                                    GET /api/pharmacy/x HTTP/1.1
                                    Host: lumbung
                                    Connection: close
                                    Authorization: Bearer %s
                                    authorization: Bearer %s

                                    """
                                            .formatted(good, other)))
                    .isEqualTo(400);
        }
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void aTokenInTheAddressIsNone() throws Exception {
        var path = "/api/pharmacy/x?access_token=" + ISSUER.token("outlet-1", "OUTLET");

        assertProblem(calls.get(path), 401, "token-missing");
    }

    @Test
    void whoSendsABatchWithoutATokenReadsWhy() throws Exception {
        var batch = calls.to("/api/pharmacy/sales/batch");
        for (int size : new int[] {1, 60_000, 250_000, 1, 60_000, 250_000}) {
            var answer = send(batch.POST(BodyPublishers.ofByteArray(new byte[size])));
            assertProblem(answer, 401, "token-missing");
            assertThat(answer.headers().firstValue("Connection")).isEmpty();
        }
        assertThat(SERVICE.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/lumbung.js",
                "/lumbung.css",
                "/lumbung.svg",
                "/swagger-ui/index.html",
                "/v3/api-docs/swagger-config",
                "/api/pharmacy/v3/api-docs",
                "/oauth2/authorize?client_id=x",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/login",
                "/logout",
                "/userinfo",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void whatAllMaySeeNeedsNoToken(String path) throws Exception {
        assertThat(calls.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void liveAndReadyWithoutDetails() throws Exception {
        for (var probe : List.of("liveness", "readiness")) {
            assertThat(calls.get("/actuator/health/" + probe).body())
                    .isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/pharmacy/outbox/blocked",
                "/api/pharmacy/reconciliation",
                "/api/pharmacy/reconciliation/",
                "/api/membership/reconciliation/outlets?x=1",
                "/api/shu/dead-letters/causes",
                "/api/shu/dead-letters/1/preview",
                "/api/shu/dead-letters/1/value",
                "/api/pharmacy/actuator/health",
                "/actuator",
                "/actuator/health",
                "/actuator/info",
                "/actuator/prometheus"
            })
    void whatIsForOperatorsIsForThemAlone(String path) throws Exception {
        for (var role :
                List.of("BOARD", "SUPERVISOR", "MANAGER", "OUTLET", "SERVICE", "operator")) {
            var answer = calls.get(path, ISSUER.token("somebody", role));
            assertProblem(answer, 403, "not-allowed");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\"");
        }
        assertProblem(calls.get(path, ISSUER.token("nobody")), 403, "not-allowed");
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void operatorsComeIn() throws Exception {
        var operator = ISSUER.token("operator", "OPERATOR");

        assertThat(calls.get("/api/pharmacy/outbox/blocked", operator).statusCode()).isEqualTo(200);
        assertThat(SERVICE.last().target()).isEqualTo("/outbox/blocked");
        assertThat(calls.get("/api/shu/dead-letters", operator).statusCode()).isEqualTo(200);
        assertThat(calls.get("/actuator/prometheus", operator).statusCode()).isEqualTo(200);
        assertThat(calls.get("/actuator/health", operator).body()).contains("\"pharmacy\":\"UP\"");
    }

    @Test
    void aServicesOwnActuatorIsForNobodyOutside() throws Exception {
        var operator = ISSUER.token("operator", "OPERATOR");

        assertProblem(calls.get("/api/pharmacy/actuator/health", operator), 404, "not-found");
    }

    @Test
    void whetherTheServicesAreReadyIsForAllWhoHaveLoggedIn() throws Exception {
        var answer = calls.get("/actuator/health/services", ISSUER.token("member", "MEMBER"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"pharmacy\":\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/pharmacy/%6Futbox/blocked",
                "/api/pharmacy/o%75tbo%78/blocked",
                "/api/pharmacy/OUTBOX/blocked",
                "/api/pharmacy/Outbox/blocked",
                "/%61pi/pharmacy/outbox/blocked",
                "/api/pharmacy/%64ead-letters/causes",
                "/api/pharmacy/dead%2Dletters/causes",
                "/api/pharmacy/dead-letters/%63auses",
                "/api/pharmacy/%61ctuator/health",
                "/api/pharmacy/Actuator/health",
                "//api/pharmacy/outbox/blocked",
                "/api//pharmacy/outbox/blocked",
                "/api/pharmacy//outbox/blocked",
                "/api/pharmacy/;/outbox/blocked",
                "/api/pharmacy/outbox;a=b/blocked",
                "/api/pharmacy;a=b/outbox/blocked",
                "/api;x/pharmacy/outbox/blocked",
                "/api/pharmacy/outbox%3ba=b/blocked",
                "/api/pharmacy%2Foutbox/blocked",
                "/api/pharmacy/x%2F..%2Foutbox/blocked",
                "/api/pharmacy/%252e%252e/outbox",
                "/api/pharmacy/%256Futbox/blocked",
                "/api/pharmacy/./outbox/blocked",
                "/api/pharmacy/sales/../outbox/blocked",
                "/api/pharmacy/sales/%2e%2e/outbox/blocked",
                "/api/pharmacy/..%5coutbox/blocked",
                "/api/pharmacy/\\outbox/blocked",
                "/api/pharmacy/%5Coutbox/blocked",
                "/api/pharmacy/%00outbox/blocked",
                "/api/pharmacy/outbox%00/blocked",
                "/api/pharmacy/%09outbox/blocked",
                "/api/pharmacy/v3/api-docs/../../outbox/blocked",
                "/api/pharmacy/v3/api-docs;/../outbox",
                "/swagger-ui/../actuator/prometheus",
                "/swagger-ui/..;/actuator/prometheus",
                "/swagger-ui/%2e%2e/actuator/prometheus",
                "/oauth2/../actuator/prometheus",
                "/oauth2//../actuator/prometheus",
                "/login/../api/pharmacy/outbox/blocked",
                "/actuator;x=y/prometheus",
                "/actuator//prometheus",
                "/actuator/%70rometheus",
                "/%61ctuator/prometheus",
                "/ACTUATOR/prometheus",
                "/actuator/health/liveness/../../prometheus",
                "/actuator/health/readiness;/x"
            })
    void noWritingOfAnAddressGetsAroundTheGuard(String path) throws Exception {
        var officer = ISSUER.token("officer", "BOARD");
        for (var authorization : List.of("", "Authorization: Bearer " + officer + "\n")) {
            var status =
                    calls.status(
                            "GET %s HTTP/1.1\nHost: lumbung\nConnection: close\n%s\n"
                                    .formatted(path, authorization));
            assertThat(status).as(path).isIn(400, 401, 403, 404);
        }
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void anAbsoluteAddressIsGuardedLikeAnyOther() throws Exception {
        assertThat(
                        calls.status(
                                "GET http://lumbung/api/pharmacy/outbox/blocked HTTP/1.1\nHost: lumbung\nConnection: close\n\n"))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "PROPFIND"})
    void noMethodGetsAroundTheGuard(String method) throws Exception {
        for (var path : List.of("/api/pharmacy/x", "/api/pharmacy/v3/api-docs", "/actuator/info")) {
            var request = calls.to(path).method(method, BodyPublishers.noBody());
            assertThat(send(request).statusCode()).isEqualTo(401);
        }
        assertThat(SERVICE.asked).isEmpty();
    }

    @Test
    void whoLogsInSpeaksToTheMembershipServiceAsIfToThisGateway() throws Exception {
        var _ =
                calls.raw(
                        """
                        GET /oauth2/authorize?client_id=x&scope=a%20b HTTP/1.1
                        Host: lumbung.example:8443
                        Connection: close
                        Cookie: session=1
                        X-Forwarded-For: 10.1.1.1
                        X-Forwarded-Host: evil.example
                        X-Forwarded-Proto: gopher
                        X-Forwarded-Port: 1
                        X-Forwarded-Prefix: /evil
                        Forwarded: host=evil.example

                        """);

        var asked = SERVICE.last();
        assertThat(asked.target()).isEqualTo("/oauth2/authorize?client_id=x&scope=a%20b");
        assertThat(asked.header("Host")).containsExactly("lumbung.example:8443");
        assertThat(asked.header("X-Forwarded-Host")).containsExactly("lumbung.example:8443");
        assertThat(asked.header("X-Forwarded-Proto")).containsExactly("http");
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("X-Forwarded-Port")).isEmpty();
        assertThat(asked.header("X-Forwarded-Prefix")).isEmpty();
        assertThat(asked.header("Forwarded")).isEmpty();
        assertThat(asked.header("Cookie")).containsExactly("session=1");
    }

    @Test
    void aPhonesProofIsPassedToWhereTokensAreMade() throws Exception {
        var request =
                calls.to("/oauth2/token")
                        .header("DPoP", "e30.e30.x")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=refresh_token"));

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(SERVICE.last().header("DPoP")).containsExactly("e30.e30.x");
        assertThat(SERVICE.last().header("Lumbung-Prefix")).isEmpty();
    }

    @Test
    void aClientsOwnSecretIsPassedToWhereTokensAreMade() throws Exception {
        var request =
                calls.to("/oauth2/token")
                        .header("Authorization", "Basic b3V0bGV0OnNlY3JldA==")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"));

        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(SERVICE.last().header("Authorization"))
                .containsExactly("Basic b3V0bGV0OnNlY3JldA==");
        assertThat(SERVICE.last().body()).isEqualTo("grant_type=client_credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/swagger-ui/index.html",
                "/actuator/health/liveness",
                "/nowhere",
                "/login",
                "/api/pharmacy/v3/api-docs",
                "/api/pharmacy/..",
                "/api/pharmacy/x"
            })
    void everyAnswerTellsBrowsersWhatToLeaveAlone(String path) throws Exception {
        var answer = calls.get(path).headers();

        assertThat(answer.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(answer.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void evenWhatIsNoRequestIsAnsweredWithThem() throws Exception {
        assertThat(calls.raw("GARBAGE\n\n"))
                .contains(
                        "X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src");
    }

    @Test
    void aServicesAnswerIsNotKeptUnlessItSaysSo() throws Exception {
        var token = ISSUER.token("outlet-1", "OUTLET");

        assertThat(calls.get("/api/pharmacy/x", token).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        var kept = calls.get("/api/pharmacy/with-headers", token).headers();
        assertThat(kept.allValues("Cache-Control")).containsExactly("max-age=60");
        assertThat(kept.allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(kept.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aNamedPageMayAskBeforehandWithoutAToken() throws Exception {
        var answer = send(preflight("/api/pharmacy/sales/1", PAGE));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("PUT");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(SERVICE.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://app.example",
                "https://app.example.evil",
                "https://app.example:444",
                "null"
            })
    void anyOtherPageMayNot(String origin) throws Exception {
        var answer = send(preflight("/api/pharmacy/sales/1", origin));
        assertProblem(answer, 403, "refused");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        var read =
                send(
                        calls.to("/api/pharmacy/x", ISSUER.token("outlet-1", "OUTLET"))
                                .header("Origin", origin));
        assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(read.headers().firstValue("Vary")).hasValue("Origin");
    }

    @Test
    void aNamedPageCanReadWhatItIsAnsweredRefusalsIncluded() throws Exception {
        var token = ISSUER.token("outlet-1", "OUTLET");
        var answer = send(calls.to("/api/pharmacy/x", token).header("Origin", PAGE));
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly(PAGE);

        var refused = send(calls.to("/api/pharmacy/x").header("Origin", PAGE));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
    }

    private java.net.http.HttpRequest.Builder preflight(String path, String origin) {
        return calls.to(path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody());
    }
}
