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
        var published = PHARMACY.await(1, record -> record.key().equals(id.toString()));
        assertThat(published).hasSize(1);
        assertThat(Topic.header(published.getFirst(), EventCodec.ID))
                .isEqualTo(EventId.of(id, "SaleCompleted").toString());
        assertThat(new String(published.getFirst().value(), UTF_8)).doesNotContain("Paracetamol");
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

    /** The answer was lost, and the updated app sends more of it, or it otherwise. */
    @Test
    void aConflictNamesWhatDiffersSaysThatTheFirstStandsAndAdvisesNoOtherId() {
        var id = UUID.randomUUID();
        var sale =
                "{\"cooperativeId\": \"%s\", \"outletId\": \"%s\", ".formatted(cooperative, outlet);
        var lines =
                "\"lines\": [{\"medicine\": \"Paracetamol 500 mg\", \"quantity\": 10, \"amount\": 5000}]";
        var at = "\"at\": \"2026-05-04T02:00:00Z\", ";
        assertThat(put(id, sale + at + lines + "}")).contains("5000");
        assertThat(put(id, sale + "\"at\": \"2026-05-04T11:00:00+09:00\", " + lines + "}"))
                .doesNotContain("urn:lumbung");
        assertThat(put(id, sale + at + "\"cost\": 3500, " + lines + "}"))
                .contains(
                        "id-reused",
                        "'cost': none is recorded, 3500 was sent",
                        "stands and need not be sent again",
                        "\"field\":\"cost\"",
                        "\"sent\":3500")
                .doesNotContain("new id", "another id");
        assertThat(put(id, sale + at + lines.replace("500 mg", "500 mg ") + "}"))
                .contains("id-reused", "'lines[0].medicine'")
                .doesNotContain("Paracetamol");
        assertThat(put(id, sale + at + lines.replace("5000", "6000") + "}"))
                .contains("'lines[0].amount': 5000 is recorded, 6000 was sent");
        var member = UUID.randomUUID();
        assertThat(put(id, sale + at + "\"memberId\": \"" + member + "\", " + lines + "}"))
                .contains("'memberId'")
                .doesNotContain(member.toString());
        assertThat(PHARMACY.await(1, record -> record.key().equals(id.toString()))).hasSize(1);
        assertThat(PHARMACY.all().stream().filter(it -> it.key().equals(id.toString()))).hasSize(1);
    }

    @Test
    void ofABatchEachSaleIsAnsweredWithACodeAndItsFigures() {
        var once = UUID.randomUUID();
        var future = UUID.randomUUID();
        var item =
                """
                {"id": "%s", "cooperativeId": "%s", "outletId": "%s", "at": "%s",
                 "lines": [{"medicine": "Paracetamol 500 mg", "quantity": 10, "amount": %d}]}\
                """;
        var good = item.formatted(once, cooperative, outlet, "2026-03-01T03:00:00Z", 5_000);
        var batch =
                "{\"sales\": [%s, %s, %s, %s]}"
                        .formatted(
                                good,
                                good,
                                good.replace("5000", "6000"),
                                item.formatted(
                                        future, cooperative, outlet, "2099-01-01T00:00:00Z", 1));
        counter.post()
                .uri("/sales/batch")
                .contentType(MediaType.APPLICATION_JSON)
                .body(batch)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(1)
                .jsonPath("$.duplicates")
                .isEqualTo(1)
                .jsonPath("$.results[2].outcome")
                .isEqualTo("CONFLICT")
                .jsonPath("$.results[2].code")
                .isEqualTo("id-reused")
                .jsonPath("$.results[2].args.field")
                .isEqualTo("lines[0].amount")
                .jsonPath("$.results[3].code")
                .isEqualTo("at-in-the-future")
                .jsonPath("$.results[3].args.at")
                .isEqualTo("2099-01-01T00:00:00Z");
    }

    @Test
    void whatIsWrongWithASaleOfABatchIsToldInOneLanguage() {
        counter.post()
                .uri("/sales/batch")
                .header("Accept-Language", "id")
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"sales": [{"id": "%s", "cooperativeId": "%s", "outletId": "%s", "at": "2026-03-01T03:00:00Z", "lines": []}]}\
                        """
                                .formatted(UUID.randomUUID(), cooperative, outlet))
                .exchange()
                .expectBody()
                .jsonPath("$.results[0].code")
                .isEqualTo("invalid")
                .jsonPath("$.results[0].reason")
                .value(
                        String.class,
                        reason ->
                                assertThat(reason)
                                        .startsWith("Perbaiki lalu kirim lagi: 'lines' ")
                                        .doesNotContain("must", "size", "between"));
    }

    @Test
    void anIdThatOnlyLumbungMakesIsRefusedAloneAndInABatch() {
        var sale =
                """
                "cooperativeId": "%s", "outletId": "%s", "at": "2026-03-01T03:00:00Z",
                "lines": [{"medicine": "Paracetamol 500 mg", "quantity": 10, "amount": 5000}]}\
                """
                        .formatted(cooperative, outlet);
        var settled = EventId.of(UUID.randomUUID(), "time-settled");
        assertThat(put(settled, "{" + sale)).contains("urn:lumbung:unreadable", "version 8");
        counter.post()
                .uri("/sales/batch")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"sales\": [{\"id\": \"%s\", %s]}".formatted(settled, sale))
                .exchange()
                .expectBody()
                .jsonPath("$.refused")
                .isEqualTo(1)
                .jsonPath("$.results[0].code")
                .isEqualTo("unreadable");
    }

    private String put(UUID id, String body) {
        return String.valueOf(
                counter.put()
                        .uri("/sales/{id}", id)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody());
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
