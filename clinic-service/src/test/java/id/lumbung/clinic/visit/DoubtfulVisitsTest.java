package id.lumbung.clinic.visit;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.backbone.testkit.Village;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clinic's tablet with a flat battery, and money that is paid back against the books. */
@ServiceTest
@TestPropertySource(properties = "lumbung.facts.doubtful-after=45d")
class DoubtfulVisitsTest {

    private static final Topic CLINIC = new Topic("clinic");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WRONG = "2000-01-01T00:07:00Z";

    private final Village village = Village.unsettled();
    private final UUID visit = UUID.randomUUID();
    private final Instant yesterday =
            Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

    @Autowired private ApplicationContext context;
    private Http http;

    @BeforeEach
    void register() {
        http = new Http(context);
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "memberId": "%s",
                 "payer": "GENERAL", "arrivedAt": "%s"}\
                """
                        .formatted(
                                village.cooperative(),
                                village.outlet(),
                                village.member(),
                                yesterday);
        assertOk(http.ask(Asked.put("/visits/" + visit, body), village.as(OUTLET).token()));
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aSettlementWithAWrongClockCountsOnceWhenAPersonHasSettledItsTime() {
        for (var _ : new int[2]) {
            assertOk(pay(5_000, WRONG));
        }
        assertThat(doubtful().size()).isEqualTo(1);
        assertThat(doubtful().path(0).path("amount").asLong()).isEqualTo(5_000);
        assertThat(payBack(UUID.randomUUID(), 1_000).body()).contains("settlement-time-doubtful");
        assertThat(CLINIC.all()).noneMatch(record -> mentions(record.value()));

        for (var _ : new int[2]) {
            var settled = settle(yesterday);
            assertOk(settled);
            assertThat(settled.body()).contains(yesterday.toString());
        }
        assertThat(settle(yesterday.minusSeconds(1)).body()).contains("time-not-doubtful");
        assertThat(doubtful().size()).isZero();
        assertThat(CLINIC.await(1, record -> mentions(record.value())))
                .extracting(record -> new String(record.value(), UTF_8))
                .allMatch(value -> value.contains(yesterday.toString()));
        assertOk(pay(5_000, WRONG));
        assertOk(payBack(UUID.randomUUID(), 1_000));
    }

    @Test
    void whatIsPaidBackBeyondWhatWasPaidIsKeptAsADifference() {
        assertOk(pay(5_000, yesterday.toString()));
        var id = UUID.randomUUID();
        assertThat(payBack(id, 6_000).body()).contains("too-much-refunded");
        var open = refused("OPEN");
        assertThat(open.size()).isEqualTo(1);
        assertThat(open.path(0).path("amount").asLong()).isEqualTo(6_000);
        assertThat(open.path(0).path("rule").asString()).isEqualTo("too-much-refunded");
        assertOk(
                http.ask(
                        Asked.put(
                                "/refunds/refused/" + id,
                                "{\"outcome\": \"RECOVERED\", \"reason\": \"uang kembali\"}"),
                        village.as(CASHIER).token()));
        assertThat(refused("OPEN").size()).isZero();
        assertThat(payBack(id, 1_000).body()).contains("settled-as-refused");
        assertOk(payBack(UUID.randomUUID(), 1_000));
    }

    private static void assertOk(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private boolean mentions(byte[] value) {
        return new String(value, UTF_8).contains(village.cooperative().toString());
    }

    private Http.Answer pay(long amount, String at) {
        return http.ask(
                Asked.put(
                        "/visits/" + visit + "/settlement",
                        "{\"paid\": %d, \"at\": \"%s\"}".formatted(amount, at)),
                village.as(OUTLET).token());
    }

    private Http.Answer settle(Instant at) {
        return http.ask(
                Asked.put("/visits/" + visit + "/settlement/time", "{\"at\": \"" + at + "\"}"),
                village.as(CASHIER).token());
    }

    private Http.Answer payBack(UUID id, long amount) {
        return http.ask(
                Asked.put(
                        "/refunds/" + id,
                        "{\"visitId\": \"%s\", \"amount\": %d, \"at\": \"%s\"}"
                                .formatted(visit, amount, yesterday.plusSeconds(60))),
                village.as(OUTLET).token());
    }

    private JsonNode doubtful() {
        return list("/visits/doubtful-times?");
    }

    private JsonNode refused(String state) {
        return list("/refunds/refused?state=" + state + "&");
    }

    private JsonNode list(String path) {
        var answer =
                http.ask(
                        Asked.get(
                                path
                                        + "cooperativeId=%s&outletId=%s"
                                                .formatted(
                                                        village.cooperative(), village.outlet())),
                        village.as(CASHIER).token());
        assertOk(answer);
        return JSON.readTree(answer.body());
    }
}
