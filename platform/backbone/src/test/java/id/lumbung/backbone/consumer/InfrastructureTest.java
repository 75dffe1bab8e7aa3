package id.lumbung.backbone.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClients;
import id.lumbung.edge.problem.Refusal;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class InfrastructureTest {

    @Test
    void aMistakeInTheCodeIsNoOutage() {
        assertThat(Infrastructure.isCauseOf(new IllegalStateException("A case was forgotten")))
                .isFalse();
    }

    @Test
    void aClosedDatabaseClientIsAnOutage() {
        var client = MongoClients.create("mongodb://127.0.0.1:1");
        client.close();
        var failure = catchThrowable(() -> client.listDatabaseNames().first());

        assertThat(failure).isInstanceOf(IllegalStateException.class);
        assertThat(Infrastructure.isCauseOf(failure)).isTrue();
    }

    @Test
    void aClosedProducerIsAnOutage() {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:1");
        var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.close();
        var failure = catchThrowable(() -> producer.send(new ProducerRecord<>("topic", "value")));

        assertThat(failure).isInstanceOf(IllegalStateException.class);
        assertThat(Infrastructure.isCauseOf(failure)).isTrue();
    }

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
        TOO_BUSY,
        @Refusal.Answers(HttpStatus.CONFLICT)
        TOO_LITTLE_SAVED
    }

    @Test
    void aRuleThatSaysNotNowLetsTheBatchWaitAndOneThatSaysNoDoesNot() {
        assertThat(Infrastructure.isCauseOf(Rule.TOO_BUSY.because("Nanti", "Later"))).isTrue();
        assertThat(
                        Infrastructure.isCauseOf(
                                new IllegalStateException(Rule.TOO_BUSY.because("Nanti", "Later"))))
                .isTrue();
        assertThat(Infrastructure.isCauseOf(Rule.TOO_LITTLE_SAVED.because("Tidak", "No")))
                .isFalse();
    }
}
