package id.lumbung.pharmacy;

import static com.mongodb.client.model.Filters.eq;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.testkit.Audit;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a closing asks of a service about one cooperative. */
@ServiceTest
class ReconciliationTest {

    private static final Date LATER = Date.from(Instant.parse("2100-01-01T00:00:00Z"));
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID june = UUID.randomUUID();
    private final UUID newYear = UUID.randomUUID();

    @Autowired private RestTestClient counter;
    @Autowired private MongoOperations mongo;

    @BeforeEach
    void sellAtTwoOutletsAndElsewhere() {
        counter = Tokens.as(OPERATOR).on(counter);
        sell(june, cooperative, outlet, "2025-06-01T03:00:00Z", 5_000);
        sell(UUID.randomUUID(), cooperative, outlet, "2025-06-02T03:00:00Z", 1_000);
        sell(newYear, cooperative, second, "2025-12-31T15:30:00Z", 7_000);
        sell(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "2025-06-01T03:00:00Z", 9);
        await().atMost(Duration.ofSeconds(30)).until(() -> get("").path("pending").asLong() == 0);
    }

    @Test
    void allOutletsAndDaysOfACooperativeComeInOneAnswerUpToATime() {
        var all = get("");
        assertThat(all.path("service").asString()).isEqualTo("pharmacy");
        assertThat(all.path("outlets").size()).isEqualTo(2);
        var year = get("?until=2025-12-31T15:00:00Z&zone=Asia/Jayapura");
        assertThat(days(year, outlet).size()).isEqualTo(2);
        assertThat(days(year, outlet).path(0).path("day").asString()).isEqualTo("2025-06-01");
        assertThat(days(year, outlet).path(0).path("sum").asLong()).isEqualTo(5_000);
        assertThat(days(year, second).size()).isZero();
        assertThat(days(all, second).path(0).path("count").asLong()).isEqualTo(1);
        var theirs = days(JSON.readTree(body("/reconciliation/outlets/" + outlet + "/days")));
        assertThat(days(all, outlet)).isEqualTo(theirs);
    }

    @Test
    void whatIsPendingOrBlockedIsCountedForItsCooperativeAndTime() {
        mark(june, "outboxDue");
        mark(newYear, "outboxBlockedAt");
        assertThat(get("").path("pending").asLong()).isEqualTo(1);
        assertThat(get("").path("blocked").asLong()).isEqualTo(1);
        var untilJune = get("?until=2025-06-01T03:00:00Z");
        assertThat(untilJune.path("pending").asLong()).isZero();
        assertThat(untilJune.path("blocked").asLong()).isZero();
        var another = body("/reconciliation/cooperatives/" + UUID.randomUUID());
        assertThat(JSON.readTree(another).path("pending").asLong()).isZero();
        var facts = facts(outlet, "from=2025-06-01&to=2025-06-02");
        assertThat(facts.size()).isEqualTo(2);
        assertThat(facts.path(0).path("factId").asString()).isEqualTo(june.toString());
        assertThat(facts.path(0).path("eventId").asString())
                .isEqualTo(EventId.of(june, "SaleCompleted").toString());
        assertThat(facts.path(0).path("amount").asLong()).isEqualTo(5_000);
        assertThat(facts.path(0).path("state").asString()).isEqualTo("PENDING");
        assertThat(facts.path(1).path("state").asString()).isEqualTo("PUBLISHED");
        var late = facts(second, "from=2026-01-01&to=2026-01-01&zone=Asia/Jayapura");
        assertThat(late.path(0).path("state").asString()).isEqualTo("BLOCKED");
        assertThat(late.path(0).path("day").asString()).isEqualTo("2026-01-01");
    }

    @Test
    void theOutletsOfOneCooperativeAreListed() {
        assertThat(
                        JSON.readTree(body("/reconciliation/outlets?cooperativeId=" + cooperative))
                                .size())
                .isEqualTo(2);
        assertThat(JSON.readTree(body("/reconciliation/outlets")).size()).isGreaterThan(2);
    }

    @Test
    void anOutletOfAnotherCooperativeIsNotFound() {
        counter.get()
                .uri(
                        "/reconciliation/cooperatives/{id}/outlets/{outlet}/facts?from=2025-06-01&to=2025-06-01",
                        UUID.randomUUID(),
                        outlet)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:lumbung:no-such-outlet");
    }

    /** As a service leaves it that could not tell the broker. */
    private void mark(UUID sale, String field) {
        var marked =
                mongo.getCollection("sales").updateOne(eq("_id", sale), Updates.set(field, LATER));
        assertThat(marked.getModifiedCount()).isEqualTo(1);
    }

    @Test
    void whatAnOperatorRepublishesStandsInTheAuditOrIsNotPublished() {
        var audit = new Audit(mongo, cooperative);
        var path =
                "/reconciliation/outlets/%s/republish?from=2025-06-01&to=2025-06-01"
                        .formatted(outlet);
        var _ = block(june);
        audit.fail();
        var sales = sales();
        for (var act : List.of(path, retry(june))) {
            counter.post().uri(act).exchange().expectStatus().isEqualTo(500);
        }
        assertThat(sales()).as("nothing was done").isEqualTo(sales);
        audit.mend();
        for (var act : List.of(path, retry(june))) {
            counter.post().uri(act).exchange().expectStatus().isOk();
        }
        assertThat(audit.actions()).containsExactly("FACTS_REPUBLISHED", "OUTBOX_RETRIED");
        counter.post().uri(retry(june)).exchange().expectStatus().isNotFound();
        assertThat(audit.actions()).hasSize(2);
        Tokens.as(SUPERVISOR)
                .in(cooperative)
                .on(counter)
                .get()
                .uri("/audit?cooperativeId={id}", cooperative)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].about")
                .isEqualTo(outlet.toString())
                .jsonPath("$.items[1].about")
                .isEqualTo(june.toString());
    }

    @Test
    void whatIsBlockedIsNotRepublished() {
        var _ = block(june);
        counter.post()
                .uri("/reconciliation/outlets/%s/republish".formatted(outlet))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.enqueued")
                .isEqualTo(1);
        var records =
                new Topic("pharmacy")
                        .await(
                                3,
                                record ->
                                        new String(record.value(), UTF_8)
                                                .contains(outlet.toString()));
        assertThat(records).filteredOn(it -> it.key().equals(june.toString())).hasSize(1);
    }

    private static String retry(UUID sale) {
        return "/outbox/blocked/sales/%s/retry".formatted(sale);
    }

    /** As the relay leaves a message that the broker will never take. */
    private UpdateResult block(UUID sale) {
        var message =
                new Document("id", UUID.randomUUID())
                        .append("topic", "pharmacy")
                        .append("type", "SaleCompleted")
                        .append("key", sale.toString())
                        .append("subject", sale.toString())
                        .append("time", new Date())
                        .append("body", "{}");
        return mongo.getCollection("sales")
                .updateOne(
                        eq("_id", sale),
                        Updates.combine(
                                Updates.set("outboxBlocked", List.of(message)),
                                Updates.set("outboxBlockedAt", new Date())));
    }

    private List<Document> sales() {
        return mongo.getCollection("sales")
                .find(eq("cooperativeId", cooperative))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    private JsonNode get(String query) {
        return JSON.readTree(body("/reconciliation/cooperatives/" + cooperative + query));
    }

    private JsonNode facts(UUID outlet, String query) {
        return JSON.readTree(
                        body(
                                "/reconciliation/cooperatives/%s/outlets/%s/facts?%s"
                                        .formatted(cooperative, outlet, query)))
                .path("facts");
    }

    private static JsonNode days(JsonNode totals) {
        return totals.path("days");
    }

    private static JsonNode days(JsonNode totals, UUID outlet) {
        for (var each : totals.path("outlets")) {
            if (each.path("outletId").asString().equals(outlet.toString())) {
                return days(each);
            }
        }
        throw new AssertionError("The outlet %s is not in %s".formatted(outlet, totals));
    }

    private String body(String path) {
        return counter.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
    }

    private void sell(UUID id, UUID cooperative, UUID outlet, String at, long amount) {
        Tokens.as(OUTLET)
                .in(cooperative)
                .at(outlet)
                .on(counter)
                .put()
                .uri("/sales/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "at": "%s",
                         "lines": [{"medicine": "Paracetamol 500 mg", "quantity": 10, "amount": %d}]}\
                        """
                                .formatted(cooperative, outlet, at, amount))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
