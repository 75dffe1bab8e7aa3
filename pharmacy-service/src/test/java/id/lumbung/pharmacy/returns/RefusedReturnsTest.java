package id.lumbung.pharmacy.returns;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Village;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goods came back and money was handed over, and the books refuse it: the till is short. */
@ServiceTest
class RefusedReturnsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Village village = Village.unsettled();
    private UUID sale = UUID.randomUUID();

    @Autowired private ApplicationContext context;
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
    void whatIsRefusedIsKeptOnceHoweverOftenItIsSentAndClosedWhenItIsRecordedAfterAll() {
        var id = UUID.randomUUID();
        for (var _ : new int[3]) {
            assertThat(bringBack(id, 4).body()).contains("sale-not-known");
        }
        var open = refused("OPEN");
        assertThat(open.size()).isEqualTo(1);
        assertThat(open.path(0).path("factId").asString()).isEqualTo(id.toString());
        assertThat(open.path(0).path("about").asString()).isEqualTo(sale.toString());
        assertThat(open.path(0).path("amount").asLong()).isEqualTo(2_000);
        assertThat(open.path(0).path("rule").asString()).isEqualTo("sale-not-known");
        assertThat(open.path(0).path("attempts").asInt()).isEqualTo(3);

        sell();
        assertThat(bringBack(id, 4).status()).isEqualTo(200);
        assertThat(refused("OPEN").size()).isZero();
        assertThat(refused("RECORDED").size()).isEqualTo(1);
        assertThat(settle(id, "TILL_SHORT", "kasir").status()).isEqualTo(409);
    }

    @Test
    void aPersonSaysOnceWhatBecameOfTheMoneyAndThenItIsRecordedNoMore() {
        sell();
        assertThat(bringBack(UUID.randomUUID(), 8).status()).isEqualTo(200);
        var id = UUID.randomUUID();
        assertThat(bringBack(id, 4).body()).contains("too-much-returned");
        var open = refused("OPEN").path(0);
        assertThat(open.path("args").path("left").asLong()).isEqualTo(2);

        for (var _ : new int[2]) {
            var settled = settle(id, "TILL_SHORT", "kasir mengembalikan dua kali");
            assertThat(settled.status()).as(settled.body()).isEqualTo(200);
            assertThat(settled.body())
                    .contains("\"outcome\":\"TILL_SHORT\"", "kasir mengembalikan dua kali");
        }
        assertThat(settle(id, "RECOVERED", "lain").body()).contains("difference-not-open");
        assertThat(refused("OPEN").size()).isZero();
        assertThat(refused("SETTLED").size()).isEqualTo(1);
        assertThat(bringBack(id, 2).body()).contains("settled-as-refused");
    }

    @Test
    void nobodyElseSeesItOrSettlesIt() {
        var id = UUID.randomUUID();
        assertThat(bringBack(id, 4).body()).contains("sale-not-known");
        var others = Village.unsettled();
        var asked =
                Asked.put(
                        "/returns/refused/" + id,
                        "{\"outcome\": \"RECOVERED\", \"reason\": \"uang kembali\"}");
        assertThat(http.ask(asked, others.as(CASHIER).token()).status()).isEqualTo(404);
        assertThat(http.ask(asked, village.as(OUTLET).token()).status()).isEqualTo(403);
        assertThat(refused("OPEN").size()).isEqualTo(1);
    }

    /** Else the cashier was told that the money is back, and the books give it out. */
    @Test
    void itIsSettledOrRecordedButNeverBoth() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 20; round++) {
                sale = UUID.randomUUID();
                var id = UUID.randomUUID();
                assertThat(bringBack(id, 4).body()).contains("sale-not-known");
                sell();
                var done = 0;
                List<Callable<Http.Answer>> asked =
                        List.of(
                                () -> bringBack(id, 4),
                                () -> settle(id, "RECOVERED", "uang kembali"));
                for (var answer : both.invokeAll(asked)) {
                    assertThat(answer.get().status()).as(answer.get().body()).isIn(200, 409);
                    done += answer.get().status() == 200 ? 1 : 0;
                }
                assertThat(done).as("round %d", round).isEqualTo(1);
            }
        }
    }

    @Test
    void nothingIsKeptAtAnotherCooperativesOutletOrAtAnImpossibleTime() {
        sell();
        var id = UUID.randomUUID();
        var others = Village.unsettled();
        var theirs = Tokens.as(CASHIER).in(others.cooperative()).token();
        var squat =
                http.ask(
                        Asked.put("/returns/" + id, body(others.cooperative(), "2026-03-02", 4)),
                        theirs);
        assertThat(squat.body()).contains("outlet-of-another-cooperative");
        for (var time : List.of("-999999999-01-01", "+999999999-12-31", "+292278995-01-01")) {
            var answer =
                    http.ask(
                            Asked.put("/returns/" + id, body(village.cooperative(), time, 4)),
                            village.as(OUTLET).token());
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        }
        assertThat(bringBack(id, 4).status()).isEqualTo(200);
    }

    private void sell() {
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "at": "2026-03-01T03:00:00Z",
                 "lines": [{"medicine": "R06", "quantity": 10, "amount": 5000}]}\
                """
                        .formatted(village.cooperative(), village.outlet());
        var answer = http.ask(Asked.put("/sales/" + sale, body), village.as(OUTLET).token());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Http.Answer bringBack(UUID id, int quantity) {
        return http.ask(
                Asked.put("/returns/" + id, body(village.cooperative(), "2026-03-02", quantity)),
                village.as(OUTLET).token());
    }

    private String body(UUID cooperative, String day, int quantity) {
        return """
        {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "%sT03:00:00Z",
         "lines": [{"line": 0, "quantity": %d, "amount": %d}]}\
        """
                .formatted(cooperative, village.outlet(), sale, day, quantity, quantity * 500);
    }

    private Http.Answer settle(UUID id, String outcome, String reason) {
        return http.ask(
                Asked.put(
                        "/returns/refused/" + id,
                        "{\"outcome\": \"%s\", \"reason\": \"%s\"}".formatted(outcome, reason)),
                village.as(CASHIER).token());
    }

    private JsonNode refused(String state) {
        var answer =
                http.ask(
                        Asked.get(
                                "/returns/refused?cooperativeId=%s&outletId=%s&state=%s"
                                        .formatted(village.cooperative(), village.outlet(), state)),
                        village.as(OUTLET).token());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
