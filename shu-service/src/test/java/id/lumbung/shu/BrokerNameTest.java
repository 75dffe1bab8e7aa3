package id.lumbung.shu;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.TestPropertySource;

/** A container that was stopped has no name: no Kafka client can be made then. */
@ServiceTest
@TestPropertySource(properties = "spring.kafka.bootstrap-servers=no-such-broker.invalid:9092")
class BrokerNameTest {

    @Autowired private ApplicationContext context;
    @Autowired private KafkaListenerEndpointRegistry listeners;

    @Test
    void theServiceStartsAndIsReadyWhileTheBrokersNameDoesNotResolve() {
        try (var http = new Http(context)) {
            assertThat(http.ask(Asked.get("/actuator/health/readiness"), "").status())
                    .isEqualTo(200);
            assertThat(http.ask(Asked.get("/actuator/health"), Tokens.as(OPERATOR).token()).body())
                    .contains("\"kafka\":{\"")
                    .contains("DOWN");
            assertThat(
                            http.ask(
                                            Asked.get(
                                                    "/cooperatives/"
                                                            + UUID.randomUUID()
                                                            + "/years/2025"),
                                            Tokens.as(OPERATOR).token())
                                    .status())
                    .isEqualTo(200);
        }
        assertThat(listeners.getListenerContainers()).isNotEmpty().noneMatch(it -> it.isRunning());
    }
}
