package id.lumbung.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.FreePort;
import id.lumbung.edge.testkit.Issuer;
import id.lumbung.edge.testkit.OddHeaders;
import id.lumbung.gateway.path.IdentityPaths;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The gateway's own addresses, and those of a service that is down, by every method and with every
 * odd header: whatever is sent, it is the sender's fault, and no error of ours.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OddHeadersTests {

    private static final Issuer ISSUER = new Issuer();
    private static final Random RANDOM = new Random(2026);

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "QUERY");

    private static final List<String> PATHS =
            List.of(
                    "/",
                    "/index.html",
                    "/lumbung.css",
                    "/nowhere",
                    "/error",
                    "/swagger-ui.html",
                    "/swagger-ui/index.html",
                    "/swagger-ui/nowhere",
                    "/v3/api-docs",
                    "/v3/api-docs/swagger-config",
                    "/actuator",
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/health/services",
                    "/actuator/prometheus",
                    "/actuator/nowhere",
                    "/login",
                    "/logout",
                    "/oauth2/token",
                    "/.well-known/oauth-authorization-server",
                    "/api",
                    "/api/nobody/x",
                    "/api/membership/login",
                    "/api/membership/oauth2/token",
                    "/api/pharmacy/sales/1",
                    "/api/pharmacy/v3/api-docs");

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        var nobody = "http://127.0.0.1:" + FreePort.choose();
        for (var service : List.of("membership", "pharmacy", "clinic", "shu")) {
            properties.add("lumbung.gateway.services." + service, () -> nobody);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        for (var kind : List.of("address", "login", "token")) {
            properties.add("lumbung.gateway.limits." + kind + ".burst", () -> 1_000_000);
        }
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void nothingThatIsSentBreaksTheGateway() throws Exception {
        var calls = new Calls(port);
        var operator = ISSUER.token("operator", "OPERATOR");
        var softly = new SoftAssertions();
        for (var path : PATHS) {
            for (var headers : OddHeaders.all()) {
                var method = METHODS.get(RANDOM.nextInt(METHODS.size()));
                var body = RANDOM.nextBoolean() ? "" : "--x\r\nContent-Disposition: form-data\r\n";
                var request = calls.to(path).method(method, BodyPublishers.ofString(body));
                if (RANDOM.nextBoolean()) {
                    request.header("Authorization", "Bearer " + operator);
                }
                headers.forEach(request::setHeader);
                var answer = Calls.send(request);
                softly.assertThat(isNoFaultOfOurs(path, answer))
                        .as(
                                "%s %s %s: %d %s",
                                method, path, headers, answer.statusCode(), answer.body())
                        .isTrue();
            }
        }
        softly.assertAll();
        assertThat(calls.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    /** A service that is down is 503, and of the gateway's own addresses none is. */
    private static boolean isNoFaultOfOurs(String path, HttpResponse<String> answer) {
        var passedOn = path.startsWith("/api/pharmacy") || IdentityPaths.contain(path);
        return answer.statusCode() < 500 || (passedOn && answer.statusCode() == 503);
    }

    @Test
    void aLoginBelowTheServicesNameIsNobodys() throws Exception {
        var calls = new Calls(port);
        var token = ISSUER.token("member", "MEMBER");
        for (var path : List.of("login", "oauth2/token", "logout", "userinfo", ".well-known/x")) {
            var request =
                    calls.to("/api/membership/" + path, token)
                            .header("Lumbung-Client-Address", "4-39")
                            .POST(BodyPublishers.ofString("username=a"));
            assertThat(Calls.send(request).statusCode()).isEqualTo(404);
        }
    }
}
