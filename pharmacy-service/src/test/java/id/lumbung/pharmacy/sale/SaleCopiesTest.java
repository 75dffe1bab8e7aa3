package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Copies of a sale within one upload, and with more digits of its time than a database keeps. */
@ServiceTest
class SaleCopiesTest {

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();

    @Autowired private RestTestClient counter;

    @BeforeEach
    void logIn() {
        counter = Tokens.as(OUTLET).in(cooperative).at(outlet).on(counter);
    }

    @Test
    void eachCopyIsAnsweredInItsPlace() {
        var first = sale(UUID.randomUUID(), 5_000, "2026-03-01T03:00:00Z");
        var second = sale(UUID.randomUUID(), 7_000, "2026-03-01T03:05:00Z");
        var sales =
                String.join(
                        ",", first, first, first.replace("5000", "6000"), second, turned(first));

        var once = upload(sales);
        assertThat(once.path("results").findValuesAsString("outcome"))
                .containsExactly("ACCEPTED", "DUPLICATE", "CONFLICT", "ACCEPTED", "DUPLICATE");
        assertThat(counts(once)).containsExactly(2, 2, 1, 0);
        assertThat(counts(upload(sales))).containsExactly(0, 4, 1, 0);
    }

    @Test
    void moreDigitsThanADatabaseKeepsMakeNoOtherSale() {
        var id = UUID.randomUUID();
        var receipt =
                upload(
                        String.join(
                                ",",
                                sale(id, 5_000, "2026-03-01T03:00:00.2504999Z"),
                                sale(id, 5_000, "2026-03-01T03:00:00.250Z"),
                                sale(id, 5_000, "2026-03-01T03:00:00.2504999+00:00"),
                                sale(id, 5_000, "2026-03-01T03:00:00.251Z")));
        assertThat(receipt.path("results").findValuesAsString("outcome"))
                .containsExactly("ACCEPTED", "DUPLICATE", "DUPLICATE", "CONFLICT");
        assertThat(counts(upload(sale(id, 5_000, "2026-03-01T12:00:00.2509999+09:00"))))
                .as("another upload finds it in the database")
                .containsExactly(0, 1, 0, 0);
    }

    private String sale(UUID id, long amount, String at) {
        return """
        {"id": "%s", "cooperativeId": "%s", "outletId": "%s", "at": "%s",
         "lines": [{"medicine": "Paracetamol 500 mg", "quantity": 10, "amount": %d}]}\
        """
                .formatted(id, cooperative, outlet, at, amount);
    }

    /** The same sale with its first key last. */
    private static String turned(String sale) {
        var firstEnds = sale.indexOf(',');
        return "{%s, %s}"
                .formatted(
                        sale.substring(firstEnds + 1, sale.length() - 1),
                        sale.substring(1, firstEnds));
    }

    private JsonNode upload(String sales) {
        var body =
                counter.post()
                        .uri("/sales/batch")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"sales\": [" + sales + "]}")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody();
        return new JsonMapper().readTree(Objects.requireNonNull(body));
    }

    private static int[] counts(JsonNode receipt) {
        return new int[] {
            receipt.path("accepted").asInt(),
            receipt.path("duplicates").asInt(),
            receipt.path("conflicts").asInt(),
            receipt.path("refused").asInt()
        };
    }
}
