package id.lumbung.pharmacy.catalogue;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import id.lumbung.pharmacy.Apotek.Answer;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class CatalogueTest {

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    private Apotek apotek;

    @BeforeEach
    void open() {
        apotek = new Apotek(http, mongo);
    }

    @CanIgnoreReturnValue
    private Answer describe(UUID id, String code, String name, String packs, String medicine) {
        return apotek.put(
                MANAGER,
                "/products/" + id,
                """
                {"cooperativeId": "%s", "code": "%s", "name": "%s", "baseUnit": "tablet",
                 "packs": [%s], "medicine": {%s}}\
                """
                        .formatted(apotek.cooperative, code, name, packs, medicine));
    }

    @CanIgnoreReturnValue
    private UUID enter(String code, String name, String medicine) {
        var id = UUID.randomUUID();
        var answer =
                describe(
                        id,
                        code,
                        name,
                        "{\"name\": \"strip\", \"units\": 10}, {\"name\": \"box\", \"units\": 100}",
                        medicine);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return id;
    }

    @CanIgnoreReturnValue
    private Answer price(UUID id, String from, String more) {
        return apotek.put(
                MANAGER,
                "/products/%s/prices/%s".formatted(id, from),
                "{\"cooperativeId\": \"%s\", %s}".formatted(apotek.cooperative, more));
    }

    private Answer asked(UUID id, String day, long quantity) {
        return apotek.get(
                CASHIER, "/products/%s/price?day=%s&quantity=%d".formatted(id, day, quantity));
    }

    @Test
    void theLetterOfTheNieIsThatOfTheClass() {
        var id = UUID.randomUUID();
        var restricted = "\"class\": \"RESTRICTED\", \"nie\": \"%s\"";
        var wrong = describe(id, "N", "N", "", restricted.formatted("GKL9999901417A1"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.slug()).isEqualTo("nie-of-another-class");
        assertThat(wrong.body().path("letter").asString()).isEqualTo("K");
        assertThat(wrong.body().path("expected").asString()).isEqualTo("T");
        var shorter = describe(id, "N", "N", "", restricted.formatted("GTL9999901417A"));
        assertThat(shorter.slug()).isEqualTo("nie-unreadable");
        assertThat(shorter.body().path("length").asInt()).isEqualTo(14);
        var unknown = describe(id, "N", "N", "", restricted.formatted("GXL9999901417A1"));
        assertThat(unknown.slug()).isEqualTo("nie-unreadable");
        var right = describe(id, "N", "N", "", restricted.formatted("GTL9999901417A1"));
        assertThat(right.status()).as(right.toString()).isEqualTo(200);
        assertThat(describe(id, "N", "N", "", "\"class\": \"GREEN\"").status()).isEqualTo(400);
    }

    @Test
    void otherGoodsHaveNumbersOfTheirOwn() {
        enter("D", "Kasa", "\"class\": \"DEVICE\", \"nie\": \"AKD99990000001\"");
        enter("T", "Jamu", "\"class\": \"TRADITIONAL\", \"nie\": \"TR999900001\"");
        enter("S", "Vitamin C", "\"class\": \"SUPPLEMENT\", \"nie\": \"SD999900001\"");
        var mixed = "\"class\": \"SUPPLEMENT\", \"nie\": \"TR999900001\"";
        assertThat(describe(UUID.randomUUID(), "X", "X", "", mixed).slug())
                .isEqualTo("nie-unreadable");
    }

    @Test
    void whatContradictsItselfIsRefused() {
        var id = UUID.randomUUID();
        var owa = "\"class\": \"PSYCHOTROPIC\", \"owaLimit\": 20, \"owaSource\": \"DOWA 3\"";
        assertThat(describe(id, "A", "A", "", owa).slug()).isEqualTo("owa-of-another-class");
        var bare = "\"class\": \"PRESCRIPTION_ONLY\", \"owaLimit\": 20";
        assertThat(describe(id, "A", "A", "", bare).slug()).isEqualTo("owa-without-source");
        var warned = "\"class\": \"PRESCRIPTION_ONLY\", \"warning\": \"P1\"";
        assertThat(describe(id, "A", "A", "", warned).slug()).isEqualTo("warning-of-another-class");
    }

    /** Question 14: a box of 31 holds no whole strips of 6. */
    @Test
    void packsAreMultiplesOfEachOther() {
        var id = UUID.randomUUID();
        var device = "\"class\": \"DEVICE\"";
        var strip = "{\"name\": \"strip\", \"units\": 6}, {\"name\": \"box\", \"units\": %d}";
        assertThat(describe(id, "P", "P", strip.formatted(30), device).status()).isEqualTo(200);
        var refused = describe(id, "P", "P", strip.formatted(31), device);
        assertThat(refused.slug()).isEqualTo("pack-not-a-multiple");
        var stands = apotek.get(CASHIER, "/products/" + id).body();
        assertThat(stands.path("packs").path(1).path("units").asInt()).isEqualTo(30);
    }

    @Test
    void theSameTwiceIsOneChangeAndThePhoneGetsWhatChanged() {
        var first = enter("PARA", "Parasetamol tablet 500 mg", "\"class\": \"OVER_THE_COUNTER\"");
        enter("PARA-2", "Parasetamol sirup", "\"class\": \"OVER_THE_COUNTER\"");
        assertThat(changed(0).findValuesAsString("code")).containsExactly("PARA", "PARA-2");
        price(first, "2026-01-01", "\"units\": 1, \"amount\": 500");
        price(first, "2026-01-01", "\"units\": 1, \"amount\": 500");
        var changes = changed(2);
        assertThat(changes.path("since").asLong()).isEqualTo(3);
        assertThat(changes.path("more").asBoolean()).isFalse();
        assertThat(changes.path("products").findValuesAsString("code")).containsExactly("PARA");
        assertThat(changed(3).path("products")).isEmpty();
        var audit = mongo.getCollection("auditLines");
        assertThat(
                        audit.countDocuments(
                                new Document("cooperativeId", apotek.cooperative)
                                        .append("action", "PRICE_SET")))
                .isEqualTo(1);
    }

    private JsonNode changed(long since) {
        var path = "/outlets/%s/catalogue?since=%d".formatted(apotek.outlet, since);
        return apotek.get(CASHIER, path).body();
    }

    @Test
    void itIsFoundByNameSubstanceAndCode() {
        enter(
                "PARA-500",
                "Parasetamol tablet 500 mg",
                "\"class\": \"OVER_THE_COUNTER\", \"substance\": \"Paracetamol\"");
        enter("AMOX-500", "Amoksisilin 500 mg", "\"class\": \"PRESCRIPTION_ONLY\"");
        for (var q : new String[] {"paras", "PARACET", "500 tab", "para-500"}) {
            assertThat(apotek.get(CASHIER, "/products?q=" + q).body().findValuesAsString("code"))
                    .as(q)
                    .containsExactly("PARA-500");
        }
        var page = apotek.get(CASHIER, "/products?limit=1").body();
        assertThat(page.path("next").asString()).isEqualTo("AMOX-500");
    }

    /** A10: the price is that of the day; a day has one. */
    @Test
    void theDayDecidesThePrice() {
        var id = enter("P", "P", "\"class\": \"OVER_THE_COUNTER\"");
        price(id, "2026-01-01", "\"units\": 1, \"amount\": 500");
        price(id, "2026-03-01", "\"units\": 1, \"amount\": 550");
        assertThat(asked(id, "2026-02-28", 10).body().path("amount").asLong()).isEqualTo(5_000);
        assertThat(asked(id, "2026-03-01", 10).body().path("amount").asLong()).isEqualTo(5_500);
        var third =
                price(id, "2026-02-15", "\"units\": 1, \"amount\": 520, \"until\": \"2026-03-10\"");
        assertThat(third.slug()).isEqualTo("two-prices-for-one-day");
        assertThat(third.body().path("prices")).hasSize(2);
        assertThat(price(id, "2026-03-01", "\"units\": 1, \"amount\": 560").slug())
                .isEqualTo("price-to-correct-differs");
        price(id, "2026-03-01", "\"units\": 1, \"amount\": 560, \"corrects\": 550");
        assertThat(asked(id, "2026-03-01", 10).body().path("amount").asLong()).isEqualTo(5_600);
    }

    /** A11 and question 15: no price of a unit is rounded before it is compared. */
    @Test
    void theCeilingIsReckonedForWhatIsSold() {
        var id = enter("C", "C", "\"class\": \"OVER_THE_COUNTER\"");
        assertThat(asked(id, "2026-05-01", 1).body().path("ceilingUnknown").asBoolean()).isTrue();
        ceiling(id, 12_345);
        long[][] most = {{1, 158}, {10, 1_580}, {99, 15_643}, {100, 15_801}};
        for (var pair : most) {
            assertThat(asked(id, "2026-05-01", pair[0]).body().path("highest").asLong())
                    .isEqualTo(pair[1]);
        }
        ceiling(id, 62_000);
        assertThat(asked(id, "2026-05-01", 100).body().path("highest").asLong()).isEqualTo(79_360);
        assertThat(asked(id, "2026-05-01", 10).body().path("highest").asLong()).isEqualTo(7_936);
        assertThat(asked(id, "2026-05-01", 1).body().path("highest").asLong()).isEqualTo(793);
        price(id, "2026-01-01", "\"units\": 1, \"amount\": 794");
        assertThat(asked(id, "2026-05-01", 1).body().path("aboveCeiling").asBoolean()).isTrue();
    }

    private void ceiling(UUID id, long amount) {
        var answer =
                apotek.put(
                        MANAGER,
                        "/products/%s/ceilings/2026-01-01".formatted(id),
                        "{\"cooperativeId\": \"%s\", \"amount\": %d, \"units\": 100}"
                                .formatted(apotek.cooperative, amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void substitutesHaveTheSameSubstanceAndStrength() {
        var class400 = "\"class\": \"PRESCRIPTION_ONLY\", \"substance\": \"ibuprofen\", %s";
        var generic =
                enter("IBUPROFEN-400-TAB", "Ibu", class400.formatted("\"strength\": \"400 mg\""));
        enter("IBU-BRAND", "LUMBAFEN", class400.formatted("\"strength\": \"400  mg\""));
        enter("IBUPROFEN-200-TAB", "Ibu", class400.formatted("\"strength\": \"200 mg\""));
        var found = apotek.get(CASHIER, "/products/%s/alternatives".formatted(generic)).body();
        assertThat(found.path("same").findValuesAsString("code")).containsExactly("IBU-BRAND");
        assertThat(found.path("otherStrengths").findValuesAsString("code"))
                .containsExactly("IBUPROFEN-200-TAB");
        assertThat(found.path("mistaken").findValuesAsString("code"))
                .containsExactly("IBUPROFEN-200-TAB");
    }
}
