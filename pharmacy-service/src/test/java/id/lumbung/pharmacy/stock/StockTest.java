package id.lumbung.pharmacy.stock;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static id.lumbung.pharmacy.Apotek.line;
import static id.lumbung.pharmacy.catalogue.MedicineClass.NARCOTIC;
import static id.lumbung.pharmacy.catalogue.MedicineClass.OVER_THE_COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import id.lumbung.pharmacy.Apotek.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class StockTest {

    private static final String FAR = "2090-12-31";
    private static final int COMERS = 200;

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    private Apotek apotek;
    private UUID medicine;

    @BeforeEach
    void open() {
        apotek = new Apotek(http, mongo).open("APOTEK");
        medicine = apotek.product(OVER_THE_COUNTER);
    }

    @CanIgnoreReturnValue
    private Answer act(String kind, String more, String at, String... lines) {
        return apotek.put(
                PHARMACIST,
                "/stock/acts/" + UUID.randomUUID(),
                apotek.act(kind, apotek.outlet, more, at, lines));
    }

    private long total(UUID product) {
        return apotek.balance(product).path("total").asLong();
    }

    @Test
    void aReceiptSentTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        var id = UUID.randomUUID();
        var at = "2026-05-04T02:00:00Z";
        var first = apotek.receive(id, medicine, "AX01", FAR, 100, 45_000, at);
        assertThat(first.status()).isEqualTo(200);
        assertThat(apotek.receive(id, medicine, " ax01", FAR, 100, 45_000, at)).isEqualTo(first);
        assertThat(apotek.receive(id, medicine, "AX01", FAR, 101, 45_000, at).slug())
                .isEqualTo("act-id-reused");
        assertThat(total(medicine)).isEqualTo(100);
        assertThat(apotek.balance(medicine).path("value").asLong()).isEqualTo(45_000);
    }

    @Test
    void whatCannotBeIsRefusedWithItsRule() {
        var future = Instant.now().plus(Duration.ofHours(1)).toString();
        var id = UUID.randomUUID();
        assertThat(apotek.receive(id, medicine, "A", FAR, 1, 1, future).slug())
                .isEqualTo("at-in-the-future");
        var at = "2026-05-04T02:00:00Z";
        for (var expiry : new String[] {"31/02/2027", "13/2026", "0202-10-09", "(17)270431"}) {
            assertThat(apotek.receive(id, medicine, "A", expiry, 1, 1, at).slug())
                    .as(expiry)
                    .isEqualTo("expiry-unreadable");
        }
        assertThat(act("DESTROYED", "", at, line(medicine, "A", FAR, 1, "")).slug())
                .isEqualTo("statement-missing");
        assertThat(act("SOLD", "", at, line(medicine, "A", FAR, 1, "")).slug())
                .isEqualTo("no-act-on-stock");
        assertThat(apotek.receive(id, UUID.randomUUID(), "A", FAR, 1, 1, at).slug())
                .isEqualTo("product-not-known");
        assertThat(act("DAMAGED", "", at, line(medicine, "A", FAR, 1, "")).slug())
                .isEqualTo("not-enough-stock");
    }

    @Test
    void theSameBatchOfTwoInvoicesIsOneAndTwoMakersBatchesAreTwo() {
        var other = apotek.product(OVER_THE_COUNTER);
        var at = "2026-05-04T02:00:00Z";
        apotek.receive(UUID.randomUUID(), medicine, "AX01", "2090-08-31", 100, 45_000, at);
        apotek.receive(UUID.randomUUID(), medicine, "AX02", "08/2090", 100, 45_000, at);
        apotek.receive(UUID.randomUUID(), other, "AX01", "2090-08-31", 100, 45_000, at);
        apotek.receive(UUID.randomUUID(), medicine, "ax01 ", "AGUSTUS 2090", 100, 46_000, at);

        var lots = apotek.balance(medicine).path("lots");
        assertThat(lots.findValuesAsString("batch")).containsExactly("AX01", "AX02");
        assertThat(lots.path(0).path("shelf").asLong()).isEqualTo(200);
        assertThat(act("RECALLED", "", at, line(medicine, "AX02", "08/2090", 0, "")).status())
                .isEqualTo(200);
        var unusable = apotek.get(PHARMACIST, "/stock/unusable").body();
        assertThat(unusable.findValuesAsString("batch")).containsExactly("AX02");
        assertThat(apotek.balance(medicine).path("usable").asLong()).isEqualTo(200);
        assertThat(apotek.balance(other).path("usable").asLong()).isEqualTo(100);
        assertThat(
                        act(
                                        "RELEASED",
                                        "",
                                        "2026-05-05T02:00:00Z",
                                        line(medicine, "AX02", "08/2090", 0, ""))
                                .status())
                .isEqualTo(200);
        assertThat(apotek.balance(medicine).path("usable").asLong()).isEqualTo(300);
    }

    /** The printed day is the last good day, by the outlet's calendar, in all lists alike. */
    @Test
    void allListsRestOnOnePredicate() {
        var at = "2026-01-04T02:00:00Z";
        apotek.receive(UUID.randomUUID(), medicine, "B1", "2090-03-31", 10, 1_000, at);
        apotek.receive(UUID.randomUUID(), medicine, "B2", "2090-12-31", 50, 5_000, at);
        var balance = "/stock/balances?productId=" + medicine + "&day=";
        var picks = "/stock/picks?quantity=5&productId=" + medicine + "&day=";
        for (var day : new String[] {"2090-03-31", "2090-04-01"}) {
            var isGood = day.equals("2090-03-31");
            assertThat(apotek.get(OUTLET, balance + day).body().path(0).path("usable").asLong())
                    .isEqualTo(isGood ? 60 : 50);
            assertThat(apotek.get(OUTLET, picks + day).body().path(0).path("batch").asString())
                    .isEqualTo(isGood ? "B1" : "B2");
            assertThat(
                            apotek.get(OUTLET, "/stock/near-expiry?days=1&day=" + day)
                                    .body()
                                    .findValuesAsString("batch"))
                    .isEqualTo(isGood ? List.of("B1") : List.of());
            assertThat(
                            apotek.get(OUTLET, "/stock/unusable?day=" + day)
                                    .body()
                                    .findValuesAsString("batch"))
                    .isEqualTo(isGood ? List.of() : List.of("B1"));
        }
        assertThat(apotek.get(OUTLET, picks.replace("=5", "=61") + "2090-03-31").slug())
                .isEqualTo("stock-short");
    }

    @Test
    void aCountThatTakesAwayMuchAndADestructionWaitForASecondPerson() {
        var at = "2026-05-04T02:00:00Z";
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 100, 100, at);
        var id = UUID.randomUUID();
        var count =
                apotek.act(
                        "COUNTED",
                        apotek.outlet,
                        "",
                        "2026-05-04T03:00:00Z",
                        line(medicine, "B", FAR, 40, ""));
        var dian = apotek.as(PHARMACIST, "dian", apotek.outlet);
        assertThat(apotek.put(dian, "/stock/acts/" + id, count).status()).isEqualTo(202);
        assertThat(apotek.put(dian, "/stock/acts/" + id, count).status()).isEqualTo(202);
        assertThat(total(medicine)).isEqualTo(100);
        assertThat(apotek.get(PHARMACIST, "/stock/proposals").body()).hasSize(1);
        var consent = "/stock/acts/" + id + "/consent";
        assertThat(apotek.put(dian, consent, "").slug()).isEqualTo("second-person-needed");
        var manager = apotek.as(MANAGER, "made", apotek.outlet);
        assertThat(apotek.put(manager, consent, "").status()).isEqualTo(200);
        assertThat(apotek.put(manager, consent, "").status()).isEqualTo(200);
        assertThat(apotek.put(dian, "/stock/acts/" + id, count).status()).isEqualTo(200);
        assertThat(total(medicine)).isEqualTo(40);
        assertThat(apotek.get(PHARMACIST, "/stock/proposals").body()).isEmpty();
        var small = line(medicine, "B", FAR, 39, "");
        assertThat(act("COUNTED", "", "2026-05-04T04:00:00Z", small).status()).isEqualTo(200);
    }

    @Test
    void aTransferLeavesOnceAndArrivesOnce() {
        var at = "2026-05-04T02:00:00Z";
        var q = UUID.randomUUID();
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 30, 10_000, at);
        var sent = UUID.randomUUID();
        var to = "\"otherOutlet\": \"" + q + "\",";
        var out =
                apotek.act(
                        "TRANSFERRED_OUT", apotek.outlet, to, at, line(medicine, "B", FAR, 10, ""));
        assertThat(apotek.put(MANAGER, "/stock/acts/" + sent, out).status()).isEqualTo(200);
        assertThat(apotek.put(MANAGER, "/stock/acts/" + sent, out).status()).isEqualTo(200);
        var in =
                apotek.act(
                        "TRANSFERRED_IN", q, "\"of\": \"" + sent + "\",", "2026-05-04T05:00:00Z");
        assertThat(apotek.put(MANAGER, "/stock/acts/" + UUID.randomUUID(), in).status())
                .isEqualTo(200);
        assertThat(apotek.put(MANAGER, "/stock/acts/" + UUID.randomUUID(), in).slug())
                .isEqualTo("done-before");
        assertThat(
                        apotek.put(
                                        MANAGER,
                                        "/stock/acts/" + UUID.randomUUID(),
                                        in.replace(q.toString(), UUID.randomUUID().toString()))
                                .slug())
                .isEqualTo("answers-no-act");
        assertThat(total(medicine)).isEqualTo(20);
        var there = apotek.get(MANAGER, q, "/stock/balances").body().path(0);
        assertThat(there.path("total").asLong()).isEqualTo(10);
        assertThat(there.path("value").asLong()).isEqualTo(3_333);
        assertThat(apotek.balance(medicine).path("value").asLong()).isEqualTo(6_667);
    }

    /** Bonus goods are there and cost nothing more; a receipt is cancelled once. */
    @Test
    void aCancelledReceiptTakesAwayWhatItBroughtOnce() {
        var at = "2026-05-04T02:00:00Z";
        var paid = ", \"free\": 100, \"cost\": 330000";
        var first = "\"reference\": \"F-1\", \"supplier\": \"PBF\",";
        act("RECEIVED", first, at, line(medicine, "B", FAR, 700, paid));
        var second = UUID.randomUUID();
        apotek.receive(second, medicine, "B", FAR, 400, 220_000, "2026-05-05T02:00:00Z");
        var cancelled =
                apotek.act(
                        "RECEIPT_CANCELLED",
                        apotek.outlet,
                        "\"of\": \"" + second + "\",",
                        "2026-05-05T03:00:00Z");
        assertThat(apotek.put(PHARMACIST, "/stock/acts/" + UUID.randomUUID(), cancelled).status())
                .isEqualTo(200);
        assertThat(apotek.put(PHARMACIST, "/stock/acts/" + UUID.randomUUID(), cancelled).slug())
                .isEqualTo("done-before");
        assertThat(total(medicine)).isEqualTo(700);
        assertThat(apotek.balance(medicine).path("value").asLong()).isEqualTo(330_000);
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 400, 220_000, "2026-05-05T04:00:00Z");
        assertThat(total(medicine)).isEqualTo(1_100);
        assertThat(apotek.balance(medicine).path("value").asLong()).isEqualTo(550_000);
        act("SENT_BACK", "\"supplier\": \"PBF\",", at, line(medicine, "B", FAR, 100, ""));
        assertThat(total(medicine)).isEqualTo(1_000);
        var card = apotek.get(PHARMACIST, "/stock/cards/" + medicine + "?month=2026-05").body();
        assertThat(card.path("opening").asLong()).isZero();
        assertThat(card.path("closing").asLong()).isEqualTo(1_000);
    }

    /** Ten boxes of a hundred and one free; six and the free one, then four, taken back, again. */
    @Test
    void whatIsStillToComeOfAnOrderIsPaidAndFreeApart() {
        var order = UUID.randomUUID();
        var path = "/stock/orders/" + order;
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "supplier": "PBF", "at": "2026-05-01T02:00:00Z",
                 "lines": [{"productId": "%s", "paid": 1000, "free": 100, "cost": 550000}]}\
                """
                        .formatted(apotek.cooperative, apotek.outlet, medicine);
        assertThat(apotek.put(PHARMACIST, path, body).status()).isEqualTo(200);
        assertThat(apotek.put(PHARMACIST, path, body).status()).isEqualTo(200);
        assertThat(apotek.put(PHARMACIST, path, body.replace("1000", "1001")).slug())
                .isEqualTo("order-id-reused");
        var of = "\"reference\": \"F\", \"supplier\": \"PBF\", \"of\": \"" + order + "\",";
        var at = "2026-05-04T02:00:00Z";
        act("RECEIVED", of, at, line(medicine, "B", FAR, 700, ", \"free\": 100, \"cost\": 330000"));
        assertOpen(path, 400, 0);
        var second = UUID.randomUUID();
        var four =
                apotek.act(
                        "RECEIVED",
                        apotek.outlet,
                        of,
                        "2026-05-05T02:00:00Z",
                        line(medicine, "B", FAR, 400, ", \"cost\": 220000"));
        apotek.put(PHARMACIST, "/stock/acts/" + second, four);
        assertOpen(path, 0, 0);
        act("RECEIPT_CANCELLED", "\"of\": \"" + second + "\",", "2026-05-05T03:00:00Z");
        assertOpen(path, 400, 0);
        apotek.put(PHARMACIST, "/stock/acts/" + UUID.randomUUID(), four);
        assertOpen(path, 0, 0);
        assertThat(total(medicine)).isEqualTo(1_100);
        assertThat(apotek.balance(medicine).path("value").asLong()).isEqualTo(550_000);
    }

    private void assertOpen(String order, long paid, long free) {
        var answer = apotek.get(PHARMACIST, order).body().path("open").path(0);
        assertThat(answer.path("paid").asLong()).isEqualTo(paid);
        assertThat(answer.path("free").asLong()).isEqualTo(free);
    }

    @Test
    void ofTwoHundredDestructionsOfOneUnitExactlyAHundredAreDone() throws Exception {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 100, 100, "2026-05-04T02:00:00Z");
        var proposer = apotek.as(PHARMACIST, "dian", apotek.outlet);
        var second = apotek.as(MANAGER, "made", apotek.outlet);
        var body =
                apotek.act(
                        "DESTROYED",
                        apotek.outlet,
                        "\"reference\": \"BA-1\", \"witness\": \"Wayan\",",
                        "2026-05-04T03:00:00Z",
                        line(medicine, "B", FAR, 1, ""));
        var slugs = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var tasks =
                    IntStream.range(0, COMERS)
                            .mapToObj(_ ->
                                    (Callable<String>)
                                            () -> {
                                                var path = "/stock/acts/" + UUID.randomUUID();
                                                var proposed = apotek.put(proposer, path, body);
                                                assertThat(proposed.status()).isEqualTo(202);
                                                return apotek.put(second, path + "/consent", "")
                                                        .slug();
                                            })
                            .toList();
            for (var done : threads.invokeAll(tasks)) {
                slugs.add(done.get());
            }
        }
        assertThat(slugs).filteredOn(String::isEmpty).hasSize(100);
        assertThat(slugs).filteredOn("not-enough-stock"::equals).hasSize(100);
        assertThat(total(medicine)).isZero();
    }

    /** A manager reaches all outlets of the cooperative, and none of another's by its id. */
    @Test
    void nobodyReadsTheStockOfAnotherCooperativesOutletByNamingTheirOwn() {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 10, 10, "2026-05-04T02:00:00Z");
        var stranger = new Apotek(http, mongo).open("APOTEK");
        for (var list :
                List.of(
                        "/stock/balances",
                        "/stock/near-expiry",
                        "/stock/unusable",
                        "/stock/at-risk",
                        "/stock/low",
                        "/stock/out",
                        "/stock/cards/" + medicine + "?month=2026-05",
                        "/stock/picks?quantity=1&productId=" + medicine)) {
            assertThat(stranger.get(MANAGER, apotek.outlet, list).slug())
                    .as(list)
                    .isEqualTo("outlet-of-another-cooperative");
        }
        assertThat(stranger.get(MANAGER, apotek.outlet, "/stock/proposals").body()).isEmpty();
        assertThat(stranger.get(MANAGER, apotek.outlet, "/licences").body()).isEmpty();
        assertThat(stranger.get(MANAGER, apotek.outlet, "/discrepancies").body()).isEmpty();
        var receipt =
                stranger.act(
                        "COUNTED",
                        apotek.outlet,
                        "",
                        "2026-05-04T03:00:00Z",
                        line(medicine, "B", FAR, 0, ""));
        assertThat(stranger.put(MANAGER, "/stock/acts/" + UUID.randomUUID(), receipt).slug())
                .isEqualTo("outlet-of-another-cooperative");
    }

    @Test
    void aDeviceOrACashierReleasesAndDestroysNothing() {
        var held = line(medicine, "B", FAR, 0, "");
        var at = "2026-05-04T03:00:00Z";
        var path = "/stock/acts/" + UUID.randomUUID();
        for (var role : List.of(OUTLET, CASHIER)) {
            var release = apotek.act("RELEASED", apotek.outlet, "", at, held);
            assertThat(apotek.put(role, path, release).slug()).isEqualTo("pharmacist-needed");
            var hold = apotek.act("HELD", apotek.outlet, "", at, held);
            assertThat(apotek.put(role, "/stock/acts/" + UUID.randomUUID(), hold).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aDayThatNoShopEverHasIsRefused() {
        for (var asked :
                List.of(
                        "/stock/near-expiry?day=+999999999-12-31",
                        "/stock/at-risk?day=-999999999-01-01",
                        "/stock/cards/" + medicine + "?month=9999-12",
                        "/discrepancies?from=9999-12-31&until=9999-12-31",
                        "/discrepancies?until=0001-01-01")) {
            assertThat(apotek.get(MANAGER, asked).status()).as(asked).isIn(400, 422);
        }
    }

    @Test
    void movementsOfNarcoticsStandInTheAudit() {
        var morphine = apotek.product(NARCOTIC);
        var id = UUID.randomUUID();
        apotek.receive(id, morphine, "M", FAR, 10, 100, "2026-05-04T02:00:00Z");
        var other = UUID.randomUUID();
        apotek.receive(other, medicine, "M", FAR, 10, 100, "2026-05-04T02:00:00Z");
        var lines = mongo.getCollection("auditLines");
        assertThat(lines.find(new Document("about", id.toString())).first())
                .containsEntry("action", "CONTROLLED_STOCK_MOVED")
                .containsEntry("reason", "RECEIVED");
        assertThat(lines.find(new Document("about", other.toString())).first()).isNull();
    }
}
