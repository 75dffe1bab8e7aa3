package id.lumbung.pharmacy.sale;

import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.OPERATOR;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Somebody of another cooperative records sales at an outlet before it does so itself. */
@ServiceTest
class TakenOutletTest {

    private final UUID outlet = UUID.randomUUID();
    private final UUID rightful = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Autowired private RestTestClient http;

    private RestTestClient.ResponseSpec sell(Tokens by, UUID cooperative, int amount) {
        return by.on(http)
                .put()
                .uri("/sales/{id}", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "at": "2026-11-20T02:00:00Z",
                         "lines": [{"medicine": "Paracetamol", "quantity": 1, "amount": %d}]}
                        """
                                .formatted(cooperative, outlet, amount))
                .exchange();
    }

    private RestTestClient.BodyContentSpec totals(UUID cooperative) {
        return Tokens.as(OPERATOR)
                .on(http)
                .get()
                .uri("/reconciliation/cooperatives/{id}", cooperative)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void theOutletSellsAllTheSameAndEachCooperativeHasItsOwnInItsTotals() {
        var stranger = Tokens.as(CASHIER).in(other);
        sell(stranger, other, 700).expectStatus().isOk();

        sell(Tokens.as(Role.OUTLET).in(rightful).at(outlet), rightful, 5_000).expectStatus().isOk();
        sell(Tokens.as(CASHIER).in(rightful), rightful, 6_000).expectStatus().isOk();

        sell(stranger, other, 700)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:lumbung:outlet-of-another-cooperative");
        totals(rightful)
                .jsonPath("$.outlets[0].days[0].count")
                .isEqualTo(2)
                .jsonPath("$.outlets[0].days[0].sum")
                .isEqualTo(11_000);
        totals(other)
                .jsonPath("$.outlets[0].days[0].count")
                .isEqualTo(1)
                .jsonPath("$.outlets[0].days[0].sum")
                .isEqualTo(700);
    }
}
