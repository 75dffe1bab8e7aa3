package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.OUTLET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.backbone.testkit.Village;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tablet whose battery was flat came up in 2000, in 1970, or at its firmware's build date. */
@ServiceTest
@TestPropertySource(properties = "lumbung.facts.doubtful-after=45d")
class DoubtfulSalesTest {

    private static final Topic PHARMACY = new Topic("pharmacy");
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WRONG =
            List.of("2000-01-01T00:07:00Z", "1970-01-01T00:00:05Z", "2019-01-01T00:03:00Z");

    private final Village village = Village.unsettled();
    private final Instant yesterday =
            Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @Autowired private ApplicationContext context;
    @Autowired private MongoOperations mongo;
    private Http http;

    @BeforeEach
    void open() {
        http = new Http(context);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aSaleWithAWrongClockIsKeptAndCountsOnceWhenAPersonHasSettledItsTime() {
        var sales =
                WRONG.stream()
                        .map(at -> {
                            var id = UUID.randomUUID();
                            assertThat(sell(id, at).status()).isEqualTo(200);
                            assertThat(sell(id, at).status()).isEqualTo(200);
                            return id;
                        })
                        .toList();
        var good = UUID.randomUUID();
        assertThat(sell(good, yesterday.toString()).status()).isEqualTo(200);
        assertThat(PHARMACY.await(1, record -> mentions(record.value(), good))).hasSize(1);

        assertThat(doubtful().size()).isEqualTo(3);
        assertThat(doubtful().findValuesAsString("id"))
                .containsExactlyInAnyOrderElementsOf(sales.stream().map(UUID::toString).toList());
        assertThat(doubtful().path(0).path("days").asLong()).isGreaterThan(2_700);
        assertThat(totals().path("pending").asLong()).isEqualTo(3);
        assertThat(bringBack(sales.getFirst()).status()).isEqualTo(409);
        assertThat(bringBack(sales.getFirst()).body()).contains("sale-time-doubtful");
        republish();

        for (var sale : sales) {
            assertThat(settle(sale, yesterday).status()).isEqualTo(200);
            assertThat(settle(sale, yesterday).status()).isEqualTo(200);
            assertThat(settle(sale, yesterday.minusSeconds(1)).status()).isEqualTo(409);
        }
        assertThat(doubtful().size()).isZero();
        assertThat(PHARMACY.await(4, record -> mentions(record.value(), village.cooperative())))
                .extracting(record -> new String(record.value(), UTF_8))
                .allMatch(value -> value.contains(yesterday.toString()));
        assertThat(PHARMACY.all())
                .noneMatch(record -> sales.stream().anyMatch(id -> mentions(record.value(), id)));
        var after = totals();
        assertThat(after.path("pending").asLong()).isZero();
        var days = after.path("outlets").path(0).path("days");
        assertThat(days.size()).isEqualTo(1);
        assertThat(days.path(0).path("sum").asLong()).isEqualTo(160_000);
        assertThat(sell(sales.getFirst(), WRONG.getFirst()).status()).isEqualTo(200);
        assertThat(bringBack(sales.getFirst()).status()).isEqualTo(200);
    }

    @Test
    void aTimeLongAgoIsSettledByTwoPersons() {
        var id = UUID.randomUUID();
        var at = Instant.now().minus(60, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        assertThat(sell(id, at.toString()).status()).isEqualTo(200);
        assertThat(doubtful().size()).isEqualTo(1);
        for (var _ : new int[2]) {
            assertThat(settle(id, at).status()).isEqualTo(202);
        }
        assertThat(doubtful().path(0).path("proposal").path("at").asString())
                .isEqualTo(at.toString());
        assertThat(settle(id, at.plusSeconds(1), "second").status()).isEqualTo(202);
        assertThat(settle(id, at.plusSeconds(1), "second").status()).isEqualTo(202);
        assertThat(doubtful().size()).isEqualTo(1);
        assertThat(PHARMACY.all()).noneMatch(record -> mentions(record.value(), id));
        assertThat(settle(id, at, "second").status()).isEqualTo(202);
        assertThat(settle(id, at).status()).isEqualTo(200);
        assertThat(PHARMACY.await(1, record -> mentions(record.value(), id))).hasSize(1);
        assertThat(doubtful().size()).isZero();
        assertThat(settle(id, yesterday).status()).isEqualTo(409);
    }

    /** Two may agree on what cannot be: it must not be what the sale is decided as. */
    @Test
    void anImpossibleTimeIsNeitherProposedNorDecided() {
        var id = UUID.randomUUID();
        assertThat(sell(id, WRONG.getFirst()).status()).isEqualTo(200);
        for (var who : List.of("first", "second")) {
            var answer = settle(id, Instant.parse("1960-01-01T00:00:00Z"), who);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(settle(id, Instant.parse("-999999999-01-01T00:00:00Z"), who).status())
                    .isEqualTo(400);
        }
        assertThat(settle(id, yesterday).status()).isEqualTo(200);
        assertThat(doubtful().size()).isZero();
    }

    @Test
    void nothingHappenedAfterItWasReceived() {
        var id = UUID.randomUUID();
        assertThat(sell(id, WRONG.getFirst()).status()).isEqualTo(200);
        var answer = settle(id, Instant.now().plus(1, ChronoUnit.MINUTES));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("time-after-recorded");
        assertThat(doubtful().size()).isEqualTo(1);
    }

    /** Whoever is heard first has settled it; nothing is published twice, or with two times. */
    @Test
    void ofTwoWhoSettleItOtherwiseAtOneMomentOneIsHeard() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 20; round++) {
                var id = UUID.randomUUID();
                assertThat(sell(id, WRONG.getFirst()).status()).isEqualTo(200);
                var both = new CyclicBarrier(2);
                var settled =
                        threads.invokeAll(
                                List.of(
                                        () -> settleWith(both, id, yesterday, "first"),
                                        () ->
                                                settleWith(
                                                        both, id, yesterday.minusSeconds(9), "x")));
                assertThat(List.of(settled.getFirst().get(), settled.getLast().get()))
                        .containsExactlyInAnyOrder(200, 409);
            }
        }
        assertThat(totals().path("outlets").path(0).path("days").findValues("count"))
                .extracting(JsonNode::asLong)
                .containsExactly(20L);
    }

    private int settleWith(CyclicBarrier both, UUID sale, Instant at, String who) throws Exception {
        var _ = both.await(30, TimeUnit.SECONDS);
        return settle(sale, at, who).status();
    }

    /** What a process wrote before it died is the one time that the sale can be settled as. */
    @Test
    void afterACrashItIsSettledAsWasBegun() {
        var id = UUID.randomUUID();
        assertThat(sell(id, WRONG.getFirst()).status()).isEqualTo(200);
        var begun =
                mongo.getCollection("sales")
                        .updateOne(
                                Filters.eq("_id", id),
                                Updates.set("timeSettledAs", Date.from(yesterday)));
        assertThat(begun.getModifiedCount()).isOne();
        assertThat(settle(id, yesterday.minusSeconds(1)).status()).isEqualTo(409);
        assertThat(settle(id, yesterday).status()).isEqualTo(200);
    }

    private static boolean mentions(byte[] value, UUID id) {
        return new String(value, UTF_8).contains(id.toString());
    }

    private Http.Answer sell(UUID id, String at) {
        return http.ask(
                Asked.put(
                        "/sales/" + id,
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "memberId": "%s", "at": "%s",
                         "lines": [{"medicine": "R06", "quantity": 10, "amount": 40000}]}\
                        """
                                .formatted(
                                        village.cooperative(),
                                        village.outlet(),
                                        village.member(),
                                        at)),
                village.as(OUTLET).token());
    }

    private Http.Answer bringBack(UUID sale) {
        return http.ask(
                Asked.put(
                        "/returns/" + UUID.randomUUID(),
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "%s",
                         "lines": [{"line": 0, "quantity": 1, "amount": 4000}]}\
                        """
                                .formatted(
                                        village.cooperative(),
                                        village.outlet(),
                                        sale,
                                        yesterday.plusSeconds(60))),
                village.as(OUTLET).token());
    }

    private Http.Answer settle(UUID sale, Instant at) {
        return settle(sale, at, "first");
    }

    private Http.Answer settle(UUID sale, Instant at, String who) {
        return http.ask(
                Asked.put("/sales/" + sale + "/time", "{\"at\": \"" + at + "\"}"),
                village.as(CASHIER).with("sub", who).token());
    }

    private JsonNode doubtful() {
        return JSON.readTree(
                http.ask(
                                Asked.get(
                                        "/sales/doubtful-times?cooperativeId=%s&outletId=%s"
                                                .formatted(
                                                        village.cooperative(), village.outlet())),
                                village.as(CASHIER).token())
                        .body());
    }

    private JsonNode totals() {
        return JSON.readTree(
                http.ask(
                                Asked.get("/reconciliation/cooperatives/" + village.cooperative()),
                                village.as(OPERATOR).token())
                        .body());
    }

    private void republish() {
        var answer =
                http.ask(
                        new Asked(
                                "POST",
                                "/reconciliation/outlets/" + village.outlet() + "/republish",
                                "",
                                ""),
                        village.as(OPERATOR).token());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
