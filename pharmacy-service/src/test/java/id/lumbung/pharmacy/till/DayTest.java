package id.lumbung.pharmacy.till;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.pharmacy.Apotek;
import id.lumbung.pharmacy.Apotek.Answer;
import id.lumbung.pharmacy.sale.ReceiptCode;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The end of a day: lists, codes, receipts, the drawer. */
@ServiceTest
class DayTest {

    @Autowired private RestTestClient http;
    @Autowired private MongoOperations mongo;
    private Apotek apotek;

    @BeforeEach
    void open() {
        apotek = new Apotek(http, mongo).open("APOTEK");
    }

    @CanIgnoreReturnValue
    private UUID sell(String at, long amount, String more) {
        var id = UUID.randomUUID();
        var answer =
                apotek.put(
                        OUTLET,
                        "/sales/" + id,
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "at": "%s", %s
                         "lines": [{"medicine": "Oralit <b>", "quantity": 2, "amount": %d}]}\
                        """
                                .formatted(apotek.cooperative, apotek.outlet, at, more, amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("receiptCode").asString()).isEqualTo(ReceiptCode.of(id));
        return id;
    }

    private Answer day(String day) {
        return apotek.get(CASHIER, "/outlets/%s/days/%s".formatted(apotek.outlet, day));
    }

    /** B8: the outlet is in the east, nine hours before midnight in Greenwich. */
    @Test
    void theSaleOfTheClosingSecondIsOfItsOwnDay() {
        var last = sell("2026-05-31T14:59:59.999Z", 1_000, "");
        var next = sell("2026-05-31T15:00:00.000Z", 2_000, "");
        var cut = sell("2026-05-31T14:59:59.9995Z", 4_000, "");
        var may = day("2026-05-31").body();
        assertThat(may.path("count").asInt()).isEqualTo(2);
        assertThat(may.path("sum").asLong()).isEqualTo(5_000);
        assertThat(may.path("digest").asString()).hasSize(32);
        assertThat(may.path("last").asString()).isEqualTo("2026-05-31T14:59:59.999Z");
        assertThat(day("2026-06-01").body().path("sum").asLong()).isEqualTo(2_000);
        assertThat(day("2026-06-02").body().path("count").asInt(-1)).isZero();

        var first = apotek.get(CASHIER, "/sales?day=2026-05-31&limit=1").body();
        var rest =
                apotek.get(
                                CASHIER,
                                "/sales?day=2026-05-31&limit=5&after="
                                        + first.path("next").asString())
                        .body();
        assertThat(first.path("items").findValuesAsString("id"))
                .doesNotContainAnyElementsOf(rest.path("items").findValuesAsString("id"));
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("items").findValuesAsString("id"))
                .isSubsetOf(last.toString(), cut.toString())
                .doesNotContain(next.toString());
    }

    @Test
    void aDayInWhichNothingIsSoldIsRefused() {
        for (var day : new String[] {"9999-12-31", "1969-12-31"}) {
            assertThat(day(day).slug()).as(day).isEqualTo("day-out-of-range");
        }
        for (var day : new String[] {"-999999999-01-01", "+999999999-12-31"}) {
            assertThat(day(day).slug()).as(day).isEqualTo("unreadable");
        }
    }

    @Test
    void theDigestOfADayDoesNotDependOnTheOrder() {
        sell("2026-05-04T02:00:00Z", 1_000, "");
        var before = day("2026-05-04").body().path("digest").asString();
        sell("2026-05-04T01:00:00Z", 2_000, "");
        assertThat(day("2026-05-04").body().path("digest").asString()).isNotEqualTo(before);
    }

    @Test
    void aSaleIsFoundByItsCodeAsPeopleReadIt() {
        var id = sell("2026-05-04T02:00:00Z", 1_000, "");
        var code = ReceiptCode.of(id);
        for (var read : new String[] {code, code.toLowerCase(Locale.ROOT).replace("-", "")}) {
            assertThat(
                            apotek.get(CASHIER, "/sales/by-code/" + read)
                                    .body()
                                    .findValuesAsString("id"))
                    .containsExactly(id.toString());
        }
        assertThat(apotek.get(CASHIER, "/sales/by-code/0000-000").body()).isEmpty();
    }

    private String page(UUID sale, String language, String more) {
        return apotek.as(OUTLET, "tester", apotek.outlet)
                .get()
                .uri("/sales/%s/receipt?heading=Apotek Tambong%s".formatted(sale, more))
                .header("Accept-Language", language)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    @Test
    void aReceiptSaysWhatWasPaidAndThatItIsACopy() {
        var id =
                sell(
                        "2026-05-04T02:00:00Z",
                        12_500,
                        "\"payments\": [{\"method\": \"CASH\", \"amount\": 12500}],");
        assertThat(page(id, "id", ""))
                .contains("Apotek Tambong", "04-05-2026 11:00 WIT", "Oralit &#60;b&#62;")
                .contains("Rp12.500", "Tunai", ReceiptCode.of(id), "size: 58mm")
                .doesNotContain("SALINAN");
        assertThat(page(id, "en", "&reprint=true&paper=MM80"))
                .contains("COPY", "Cash", "Total", "size: 80mm");
    }

    @Test
    void aReceiptIsPrinted() throws IOException {
        var id = sell("2026-05-04T02:00:00Z", 12_500, "");
        for (var paper : new String[] {"MM58", "MM80", "A4"}) {
            var pdf =
                    apotek.as(OUTLET, "tester", apotek.outlet)
                            .get()
                            .uri("/sales/%s/receipt.pdf?paper=%s".formatted(id, paper))
                            .exchange()
                            .returnResult(byte[].class)
                            .getResponseBody();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Oralit <b>", "Rp12.500", ReceiptCode.of(id));
            }
        }
    }

    @CanIgnoreReturnValue
    private Answer till(String path, String more) {
        return apotek.put(
                CASHIER,
                "/till-days/2026-05-04" + path,
                "{\"cooperativeId\": \"%s\", \"outletId\": \"%s\", %s}"
                        .formatted(apotek.cooperative, apotek.outlet, more));
    }

    @Test
    void theDrawerIsOpenedCountedAndClosed() {
        assertThat(till("/close", "\"counted\": {}").slug()).isEqualTo("till-not-open");
        assertThat(till("", "\"opening\": 100000").status()).isEqualTo(200);
        assertThat(till("", "\"opening\": 100000").status()).isEqualTo(200);
        assertThat(till("", "\"opening\": 90000").slug()).isEqualTo("till-opened-otherwise");
        sell("2026-05-04T02:00:00Z", 12_500, "");
        sell(
                "2026-05-04T03:00:00Z",
                10_000,
                "\"payments\": [{\"method\": \"CASH\", \"amount\": 4000}, {\"method\": \"QRIS\", \"amount\": 6000}],");
        assertThat(apotek.get(CASHIER, "/till-days/2026-05-04").body().path("expectedNow").asLong())
                .isEqualTo(116_500);
        assertThat(till("/close", "\"counted\": {\"300\": 1}").slug()).isEqualTo("no-such-money");
        var counted = "\"counted\": {\"50000\": 2, \"10000\": 1, \"500\": 12}";
        var unexplained = till("/close", counted);
        assertThat(unexplained.slug()).isEqualTo("difference-unexplained");
        assertThat(unexplained.body().path("difference").asLong()).isEqualTo(-500);
        var explained = counted + ", \"explanation\": \"kembalian keliru\"";
        assertThat(till("/close", explained).body().path("difference").asLong()).isEqualTo(-500);
        assertThat(till("/close", explained).status()).isEqualTo(200);
        assertThat(till("/close", "\"counted\": {\"500\": 1}").slug()).isEqualTo("till-closed");
        sell("2026-05-04T04:00:00Z", 1_000, "");
        var after = apotek.get(CASHIER, "/till-days/2026-05-04").body();
        assertThat(after.path("expected").asLong()).isEqualTo(116_500);
        assertThat(after.path("expectedNow").asLong()).isEqualTo(117_500);
    }
}
