package id.lumbung.gateway;

import static id.lumbung.gateway.Calls.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.Issuer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * An issuer as ours is: it is no OpenID provider, and says where its keys are by RFC 8414 alone.
 * The gateway knows its name and nothing more.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnIssuerTests {

    private static final Upstream SERVICE = new Upstream();
    private static final Issuer ISSUER = new Issuer(Issuer.Metadata.OAUTH, 0);

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        for (var service : List.of("membership", "pharmacy", "clinic", "shu")) {
            properties.add("lumbung.gateway.services." + service, SERVICE::address);
        }
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
        properties.add("lumbung.security.jwk-set-uri", () -> "");
    }

    @AfterAll
    static void close() {
        SERVICE.close();
        ISSUER.close();
    }

    @Test
    void itsTokensComeInWithoutItsKeysAddressBeingConfigured() throws Exception {
        var calls = new Calls(port);

        assertThat(
                        calls.get("/api/pharmacy/sales/1", ISSUER.token("outlet-1", "OUTLET"))
                                .statusCode())
                .isEqualTo(200);
        assertProblem(
                calls.get("/api/pharmacy/sales/1", ISSUER.forged("outlet-1", "OUTLET")),
                401,
                "token-invalid");
    }
}
