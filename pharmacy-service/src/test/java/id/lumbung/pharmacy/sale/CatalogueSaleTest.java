package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static id.lumbung.pharmacy.Apotek.line;
import static id.lumbung.pharmacy.catalogue.MedicineClass.NARCOTIC;
import static id.lumbung.pharmacy.catalogue.MedicineClass.OVER_THE_COUNTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import id.lumbung.pharmacy.Apotek.Answer;
import id.lumbung.retail.catalogue.DatedPrice;
import id.lumbung.retail.catalogue.PriceList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import tools.jackson.databind.JsonNode;

/** Sales of the catalogue's medicines, at a pharmacy in the east (UTC+9). */
@ServiceTest
class CatalogueSaleTest {

    private static final String FAR = "2090-12-31";
    private static final String NOON = "2026-05-04T03:00:00Z";
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

    private String sale(UUID product, int quantity, long amount, String at, String more) {
        return """
        {"cooperativeId": "%s", "outletId": "%s", "at": "%s", %s
         "lines": [{"productId": "%s", "quantity": %d, "amount": %d}]}\
        """
                .formatted(apotek.cooperative, apotek.outlet, at, more, product, quantity, amount);
    }

    private static String ofBatch(String sale, String number, String expiry) {
        return sale.replace(
                "}]}",
                ", \"batch\": {\"number\": \"" + number + "\", \"expiry\": \"" + expiry + "\"}}]}");
    }

    @CanIgnoreReturnValue
    private Answer sell(UUID id, String sale) {
        return apotek.put(OUTLET, "/sales/" + id, sale);
    }

    @CanIgnoreReturnValue
    private Answer sell(int quantity, String at, String more) {
        return sell(UUID.randomUUID(), sale(medicine, quantity, 500L * quantity, at, more));
    }

    private JsonNode discrepancies(String day) {
        return apotek.get(PHARMACIST, "/discrepancies?from=" + day + "&until=" + day).body();
    }

    private List<String> kinds(String day) {
        return discrepancies(day).findValuesAsString("kind");
    }

    @Test
    void aSaleTakesOfTheBatchThatExpiresFirstAndSentTwiceTakesOnce() {
        apotek.receive(UUID.randomUUID(), medicine, "B1", "2090-01-31", 7, 2_333, NOON);
        apotek.receive(UUID.randomUUID(), medicine, "B2", FAR, 1_000, 500_000, NOON);
        var id = UUID.randomUUID();
        var body =
                sale(
                        medicine,
                        10,
                        5_000,
                        "2026-05-04T04:00:00Z",
                        "\"soldBy\": \""
                                + UUID.randomUUID()
                                + "\", \"payments\": [{\"method\": \"QRIS\", \"amount\": 5000}],");
        var first = sell(id, body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().has("stock")).isFalse();
        assertThat(sell(id, body)).isEqualTo(first);
        assertThat(sell(id, body.replace("QRIS", "CASH")).slug()).isEqualTo("id-reused");
        var lots = apotek.balance(medicine).path("lots");
        assertThat(lots.findValuesAsString("batch")).containsExactly("B2");
        assertThat(lots.path(0).path("shelf").asLong()).isEqualTo(997);
        assertThat(sell(UUID.randomUUID(), body.replace("5000}],", "4999}],")).slug())
                .isEqualTo("payments-differ");

        // Four come back: into quarantine, against the batches that were handed over.
        var back =
                """
                {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "2026-05-04T05:00:00Z",
                 "lines": [{"line": 0, "quantity": 4, "amount": 2000}]}\
                """
                        .formatted(apotek.cooperative, apotek.outlet, id);
        var returned = "/returns/" + UUID.randomUUID();
        assertThat(apotek.put(OUTLET, returned, back).status()).isEqualTo(200);
        assertThat(apotek.put(OUTLET, returned, back).status()).isEqualTo(200);
        var balance = apotek.balance(medicine);
        var inQuarantine =
                balance.path("lots").valueStream().mapToLong(it -> it.path("returned").asLong());
        assertThat(inQuarantine.sum()).isEqualTo(4);
        assertThat(balance.path("usable").asLong()).isEqualTo(997);
        sell(203, "2026-05-04T06:00:00Z", "");
        assertThat(apotek.balance(medicine).path("usable").asLong()).isEqualTo(794);
    }

    @Test
    void whatIsInQuarantineIsCountedAndDestroyedAndNeverSold() {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 20, 2_000, NOON);
        var id = UUID.randomUUID();
        sell(id, sale(medicine, 20, 10_000, "2026-05-04T04:00:00Z", ""));
        var back =
                """
                {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "2026-05-04T05:00:00Z",
                 "lines": [{"line": 0, "quantity": 20, "amount": 10000}]}\
                """
                        .formatted(apotek.cooperative, apotek.outlet, id);
        apotek.put(OUTLET, "/returns/" + UUID.randomUUID(), back);
        var refused = sell(1, "2026-05-04T06:00:00Z", "");
        assertThat(refused.slug()).isEqualTo("stock-not-usable");
        assertThat(refused.body().path("unusable").asLong()).isEqualTo(20);

        var where = ", \"place\": \"RETURNED\"";
        var count =
                apotek.act(
                        "COUNTED",
                        apotek.outlet,
                        "",
                        "2026-05-04T07:00:00Z",
                        line(medicine, "B", FAR, 19, where));
        assertThat(apotek.put(OUTLET, "/stock/acts/" + UUID.randomUUID(), count).status())
                .isEqualTo(200);
        var destroyed = "/stock/acts/" + UUID.randomUUID();
        var act =
                apotek.act(
                        "DESTROYED",
                        apotek.outlet,
                        "\"reference\": \"BA-1\", \"witness\": \"Wayan\",",
                        "2026-05-04T08:00:00Z",
                        line(medicine, "B", FAR, 19, where));
        apotek.put(PHARMACIST, destroyed, act);
        var second = apotek.as(MANAGER, "made", apotek.outlet);
        assertThat(apotek.put(second, destroyed + "/consent", "").status()).isEqualTo(200);
        assertThat(apotek.balance(medicine).path("total").asLong()).isZero();
        var missing = discrepancies("2026-05-04").path(0);
        assertThat(missing.path("kind").asString()).isEqualTo("COUNT_DIFFERENCE");
        assertThat(missing.path("figures").path("difference").asLong()).isEqualTo(-1);
    }

    @Test
    void anExpiredOrHeldBatchIsRefusedBeforeAndListedAfterwards() {
        apotek.receive(
                UUID.randomUUID(), medicine, "B1", "2026-03-31", 10, 10, "2026-03-01T00:00:00Z");
        apotek.receive(UUID.randomUUID(), medicine, "B2", FAR, 50, 50, "2026-03-01T00:00:00Z");
        var late = ofBatch(sale(medicine, 1, 500, "2026-03-31T15:00:00Z", ""), "B1", "2026-03-31");
        var inTime = late.replace("15:00:00Z", "14:59:59Z");
        assertThat(sell(UUID.randomUUID(), late).slug()).isEqualTo("batch-expired");
        assertThat(sell(UUID.randomUUID(), inTime).status()).isEqualTo(200);
        var id = UUID.randomUUID();
        var offline = late.replace("\"lines\"", "\"offline\": true, \"lines\"");
        assertThat(sell(id, offline).status()).isEqualTo(200);
        assertThat(sell(id, late).status()).as("sent again, with a line").isEqualTo(200);
        var listed = discrepancies("2026-04-01");
        assertThat(listed.findValuesAsString("kind")).containsExactly("SOLD_EXPIRED");
        assertThat(listed.path(0).path("factId").asString()).isEqualTo(id.toString());
        assertThat(kinds("2026-03-31")).isEmpty();

        var hold =
                apotek.act(
                        "HELD",
                        apotek.outlet,
                        "",
                        "2026-04-02T00:00:00Z",
                        line(medicine, "B2", FAR, 0, ""));
        apotek.put(PHARMACIST, "/stock/acts/" + UUID.randomUUID(), hold);
        var held = ofBatch(sale(medicine, 1, 500, "2026-04-02T01:00:00Z", ""), "B2", FAR);
        assertThat(sell(UUID.randomUUID(), held).slug()).isEqualTo("batch-on-hold");
    }

    @Test
    void aRecallNamesWhoHasTheBatchAndTheSalesFromItAndNothingElse() {
        apotek.receive(UUID.randomUUID(), medicine, "AX01", "2090-08-31", 100, 45_000, NOON);
        apotek.receive(UUID.randomUUID(), medicine, "AX02", "2090-08-31", 100, 45_000, NOON);
        var id = UUID.randomUUID();
        var of2 =
                ofBatch(sale(medicine, 5, 2_500, "2026-05-04T04:00:00Z", ""), "ax02", "2090-08-31");
        sell(id, of2);
        sell(7, "2026-05-04T05:00:00Z", "");
        var recall =
                apotek.get(
                                PHARMACIST,
                                "/stock/recalls?batch=AX02&expiry=2090-08-31&productId=" + medicine)
                        .body();
        assertThat(recall).hasSize(1);
        assertThat(recall.path(0).path("shelf").asLong()).isEqualTo(95);
        assertThat(recall.path(0).path("sold").asLong()).isEqualTo(5);
        assertThat(recall.path(0).path("sales").findValuesAsString("saleId"))
                .containsExactly(id.toString());
    }

    @Test
    void allOfTwoHundredSalesAreTakenAndWhatTheBooksLackIsListedUntilACountExplainsIt()
            throws Exception {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 100, 100, NOON);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var tasks =
                    IntStream.range(0, COMERS)
                            .mapToObj(i ->
                                    (Callable<Integer>)
                                            () -> sell(1, "2026-05-04T04:00:00Z", "").status())
                            .toList();
            for (var done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(200);
            }
        }
        var balance = apotek.balance(medicine);
        assertThat(balance.path("total").asLong()).isZero();
        assertThat(balance.path("beyondBooks").asLong()).isEqualTo(100);
        assertThat(kinds("2026-05-04")).hasSize(100).containsOnly("SOLD_BEYOND_BOOKS");
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 130, 130, "2026-05-04T05:00:00Z");
        assertThat(kinds("2026-05-04")).isEmpty();
        assertThat(apotek.balance(medicine).path("total").asLong()).isEqualTo(30);
    }

    @Test
    void aLineCostsNoMoreThanTheCeilingAndUnlikeTheListItIsListed() {
        var prices =
                PriceList.NONE
                        .with(
                                new DatedPrice(
                                        1, Rupiah.of(500), LocalDate.parse("2026-01-01"), null))
                        .with(
                                new DatedPrice(
                                        1, Rupiah.of(550), LocalDate.parse("2026-03-01"), null));
        var priced = apotek.product(OVER_THE_COUNTER, Map.of(), List.of(), prices);
        sell(UUID.randomUUID(), sale(priced, 10, 5_000, "2026-02-28T14:30:00Z", ""));
        sell(UUID.randomUUID(), sale(priced, 10, 5_500, "2026-02-28T15:10:00Z", ""));
        assertThat(kinds("2026-02-28")).containsExactly("SOLD_BEYOND_BOOKS");
        assertThat(kinds("2026-03-01")).containsExactly("SOLD_BEYOND_BOOKS");
        sell(UUID.randomUUID(), sale(priced, 10, 5_000, "2026-02-28T15:20:00Z", ""));
        assertThat(kinds("2026-03-01")).contains("PRICE_DIFFERS");

        var capped =
                apotek.product(
                        OVER_THE_COUNTER,
                        Map.of(),
                        List.of(Apotek.listPrice(12_345, 100)),
                        PriceList.NONE);
        for (var pair : new int[][] {{1, 158}, {10, 1_580}, {99, 15_643}, {100, 15_801}}) {
            assertThat(sell(UUID.randomUUID(), sale(capped, pair[0], pair[1], NOON, "")).status())
                    .isEqualTo(200);
            assertThat(sell(UUID.randomUUID(), sale(capped, pair[0], pair[1] + 1, NOON, "")).slug())
                    .isEqualTo("above-ceiling");
        }
        var offline = sale(capped, 1, 159, "2026-05-05T03:00:00Z", "\"offline\": true,");
        assertThat(sell(UUID.randomUUID(), offline).status()).isEqualTo(200);
        assertThat(kinds("2026-05-05")).containsExactly("ABOVE_CEILING", "SOLD_BEYOND_BOOKS");
    }

    /** A tablet without a line, a count, and sales with a line: the same end in any order. */
    @Test
    void theOrderInWhichTheyBecomeKnownChangesNothing() {
        var random = new Random(7);
        for (var round = 0; round < 4; round++) {
            var product = apotek.product(OVER_THE_COUNTER);
            var steps = new ArrayList<Runnable>();
            steps.add(() ->
                    apotek.receive(
                            UUID.randomUUID(),
                            product,
                            "B",
                            FAR,
                            100,
                            100,
                            "2026-05-04T00:00:00Z"));
            var offline = "\"offline\": true,";
            steps.add(() ->
                    sell(
                            UUID.randomUUID(),
                            sale(product, 5, 2_500, "2026-05-04T00:40:00Z", offline)));
            var count =
                    apotek.act(
                            "COUNTED",
                            apotek.outlet,
                            "",
                            "2026-05-04T01:00:00Z",
                            line(product, "B", FAR, 93, ""));
            steps.add(() -> apotek.put(OUTLET, "/stock/acts/" + UUID.randomUUID(), count));
            steps.add(() ->
                    sell(
                            UUID.randomUUID(),
                            sale(product, 30, 15_000, "2026-05-04T01:30:00Z", offline)));
            Collections.shuffle(steps, random);
            steps.forEach(Runnable::run);
            assertThat(apotek.balance(product).path("total").asLong()).isEqualTo(63);
        }
        var listed = discrepancies("2026-05-04");
        assertThat(listed.findValuesAsString("kind")).hasSize(4).containsOnly("COUNT_DIFFERENCE");
        assertThat(listed.valueStream().map(it -> it.path("figures").path("difference").asLong()))
                .containsOnly(-2L);
    }

    @Test
    void aDiscrepancyIsSettledByWhomItIsForAndOpenAgainWhenItsFiguresChange() {
        var id = UUID.randomUUID();
        sell(id, sale(medicine, 5, 2_500, NOON, ""));
        var open = discrepancies("2026-05-04").path(0);
        assertThat(open.path("state").asString()).isEqualTo("OPEN");
        var path = "/discrepancies/" + open.path("id").asString() + "/settlement";
        var settling =
                """
                {"cooperativeId": "%s", "outletId": "%s", "day": "2026-05-04", "outcome": "ACCEPTED",
                 "reason": "found on another shelf"}\
                """
                        .formatted(apotek.cooperative, apotek.outlet);
        assertThat(apotek.put(PHARMACIST, path, settling).slug()).isEqualTo("settled-by-others");
        assertThat(apotek.put(CASHIER, path, settling).status()).isEqualTo(403);
        assertThat(apotek.put(MANAGER, path, settling).status()).isEqualTo(200);
        assertThat(apotek.put(MANAGER, path, settling).status()).isEqualTo(200);
        assertThat(apotek.put(MANAGER, path, settling.replace("found", "lost")).slug())
                .isEqualTo("settled-otherwise");
        assertThat(discrepancies("2026-05-04").findValuesAsString("state"))
                .containsExactly("SETTLED");
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 2, 2, "2026-05-04T05:00:00Z");
        var again = discrepancies("2026-05-04").path(0);
        assertThat(again.path("state").asString()).isEqualTo("OPEN");
        assertThat(again.path("figures").path("quantity").asLong()).isEqualTo(3);
    }

    @Test
    void ofABatchNoSaleIsRefusedForWhatItBreaksAndFreeTextIsListed() {
        var morphine = apotek.product(NARCOTIC);
        var strange = UUID.randomUUID();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        var batch =
                "{\"sales\": [%s, %s, %s]}"
                        .formatted(
                                item(first, sale(morphine, 1, 500, NOON, "")),
                                item(second, sale(strange, 1, 500, NOON, "")),
                                item(
                                        UUID.randomUUID(),
                                        sale(medicine, 1, 500, NOON, "")
                                                .replaceFirst(
                                                        "\"productId\": \"[^\"]*\"",
                                                        "\"medicine\": \"Jamu\"")));
        var receipt = apotek.post(OUTLET, "/sales/batch", batch);
        assertThat(receipt.body().path("accepted").asInt()).isEqualTo(3);
        assertThat(kinds("2026-05-04"))
                .containsExactlyInAnyOrder(
                        "PRESCRIPTION_MISSING",
                        "NO_VALID_LICENCE",
                        "SOLD_BEYOND_BOOKS",
                        "PRODUCT_NOT_IN_CATALOGUE",
                        "SOLD_BEYOND_BOOKS",
                        "FREE_TEXT");
        assertThat(
                        mongo.getCollection("auditLines")
                                .find(new Document("about", first.toString()))
                                .first())
                .containsEntry("action", "CONTROLLED_MEDICINE_SOLD");
        assertThat(sell(UUID.randomUUID(), sale(strange, 1, 500, NOON, "")).slug())
                .isEqualTo("product-not-in-catalogue");
    }

    /** One batch is sold after the other: the second waits while the first is used. */
    @Test
    void whatWillGoBadIsReckonedAsOneBatchIsUsedAfterTheOther() {
        var march = "2026-03-01T01:00:00Z";
        apotek.receive(UUID.randomUUID(), medicine, "L1", "2026-04-30", 900, 0, march);
        apotek.receive(UUID.randomUUID(), medicine, "L2", "2026-05-31", 600, 0, march);
        sell(300, "2026-03-15T02:00:00Z", "");
        var atRisk = apotek.get(PHARMACIST, "/stock/at-risk?day=2026-03-31").body();
        assertThat(atRisk.findValuesAsString("batch")).containsExactly("L1", "L2");
        assertThat(atRisk.valueStream().map(it -> it.path("quantity").asLong()))
                .containsExactly(300L, 290L);
    }

    /** Nobody knows when it was made: its goods are on no card until somebody does. */
    @Test
    void aSaleOfADeviceWithAWrongClockTakesOfTheStockOnceItsTimeIsSettled() {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 100, 100, NOON);
        var id = UUID.randomUUID();
        sell(id, sale(medicine, 5, 2_500, "2026-05-04T04:00:00Z", ""));
        assertThat(apotek.balance(medicine).path("total").asLong()).isEqualTo(95);
        mongo.getCollection("sales")
                .updateOne(
                        new Document("_id", id),
                        new Document("$set", new Document("doubtfulTimeSince", new Date())));
        assertThat(apotek.balance(medicine).path("total").asLong()).isEqualTo(100);
        var time = "/sales/" + id + "/time";
        var settled = "{\"at\": \"2026-05-04T05:00:00Z\"}";
        var sari = apotek.as(CASHIER, "sari", apotek.outlet);
        var budi = apotek.as(CASHIER, "budi", apotek.outlet);
        assertThat(apotek.put(sari, time, settled).status()).isIn(200, 202);
        assertThat(apotek.put(budi, time, settled).status()).isEqualTo(200);
        assertThat(apotek.balance(medicine).path("total").asLong()).isEqualTo(95);
    }

    /** Two tablets bring back six of ten: one stands, and six are in quarantine, not twelve. */
    @Test
    void theSameGoodsAreInQuarantineOnceWhoeverBringsThemBack() {
        apotek.receive(UUID.randomUUID(), medicine, "B", FAR, 10, 100, NOON);
        var id = UUID.randomUUID();
        sell(id, sale(medicine, 10, 5_000, "2026-05-04T04:00:00Z", ""));
        var back =
                """
                {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "2026-05-04T05:00:00Z",
                 "lines": [{"line": 0, "quantity": 6, "amount": 3000}]}\
                """
                        .formatted(apotek.cooperative, apotek.outlet, id);
        var first = "/returns/" + UUID.randomUUID();
        var second = "/returns/" + UUID.randomUUID();
        for (var i = 0; i < 2; i++) {
            assertThat(apotek.put(OUTLET, first, back).status()).isEqualTo(200);
            assertThat(apotek.put(OUTLET, second, back).slug()).isEqualTo("too-much-returned");
        }
        assertThat(apotek.balance(medicine).path("total").asLong()).isEqualTo(6);
        assertThat(apotek.balance(medicine).path("usable").asLong()).isZero();
        assertThat(apotek.get(OUTLET, "/returns/refused").body()).hasSize(1);
    }

    private static String item(UUID id, String sale) {
        return sale.replaceFirst("\\{", "{\"id\": \"" + id + "\",");
    }
}
