package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.OUTLET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.EventCodec;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SaleTest {

    private static final Topic PHARMACY = new Topic("pharmacy");

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();

    @Autowired private RestTestClient counter;

    @BeforeEach
    void logIn() {
        counter = Tokens.as(OUTLET).in(cooperative).at(outlet).on(counter);
    }

    @Test
    void aSaleSentTwiceIsOneSaleAndAnswersTheSame() {
        var id = UUID.randomUUID();
        var first =
                sell(id, 5_000).expectStatus().isOk().returnResult(String.class).getResponseBody();
        var second =
                sell(id, 5_000).expectStatus().isOk().returnResult(String.class).getResponseBody();
        assertThat(second).isEqualTo(first);
        var told = PHARMACY.await(1, record -> record.key().equals(id.toString()));
        assertThat(told).hasSize(1);
        assertThat(Topic.header(told.getFirst(), EventCodec.ID))
                .isEqualTo(EventId.of(id, "SaleCompleted").toString());
        assertThat(new String(told.getFirst().value(), UTF_8)).doesNotContain("Paracetamol");
    }

    @Test
    void anotherSaleUnderTheSameIdIsRefused() {
        var id = UUID.randomUUID();
        sell(id, 5_000).expectStatus().isOk();
        sell(id, 6_000)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:lumbung:id-reused");
    }

    private RestTestClient.ResponseSpec sell(UUID id, long amount) {
        return counter.put()
                .uri("/sales/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "at": "%s",
                         "lines": [{"medicine": "Paracetamol 500 mg", "quantity": 10, "amount": %d}]}\
                        """
                                .formatted(
                                        cooperative,
                                        outlet,
                                        Instant.parse("2026-03-01T03:00:00Z"),
                                        amount))
                .exchange();
    }
}
