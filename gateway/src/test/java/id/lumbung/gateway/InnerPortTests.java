package id.lumbung.gateway;

import static id.lumbung.gateway.Calls.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.edge.testkit.Issuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Metrics for those inside, on a port of their own that nobody outside reaches. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
class InnerPortTests {

    private static final Issuer ISSUER = new Issuer();

    @LocalServerPort private int port;
    @LocalManagementPort private int inner;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("lumbung.security.issuer-uri", ISSUER::address);
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @Test
    void metricsNeedNoTokenThereAndAreNotOutside() throws Exception {
        assertThat(new Calls(inner).get("/actuator/prometheus").body()).contains("jvm_memory");
        assertThat(new Calls(inner).get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        var outer = new Calls(port);
        assertProblem(outer.get("/actuator/prometheus"), 401, "token-missing");
        var operator = ISSUER.token("operator", "OPERATOR");
        assertProblem(outer.get("/actuator/prometheus", operator), 404, "not-found");
    }

    @Test
    void theOuterPortStillSaysWhetherItIsReadyAndToWhomHasATokenHowTheServicesAre()
            throws Exception {
        var outer = new Calls(port);
        for (var part : new String[] {"liveness", "readiness"}) {
            var answer = outer.get("/actuator/health/" + part);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
        assertProblem(outer.get("/actuator/health/services"), 401, "token-missing");
        assertThat(outer.get("/actuator/health/services", ISSUER.token("board", "BOARD")).body())
                .contains("\"details\"", "membership", "UNREACHABLE");
    }
}
