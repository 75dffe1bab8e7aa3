package id.lumbung.pharmacy.returns;

import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReturnTest {

    private final UUID cooperative = UUID.randomUUID();
    private final UUID outlet = UUID.randomUUID();
    private final UUID sale = UUID.randomUUID();

    @Autowired private RestTestClient counter;

    @BeforeEach
    void sellTenFor5000() {
        counter = Tokens.as(OUTLET).in(cooperative).at(outlet).on(counter);
        counter.put()
                .uri("/sales/{id}", sale)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "at": "2026-03-01T03:00:00Z",
                         "lines": [{"medicine": "R06", "quantity": 10, "amount": 5000}]}\
                        """
                                .formatted(cooperative, outlet))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void partsAreTakenBackUpToWhatWasSoldAndNoFurther() {
        assertThat(bringBack(UUID.randomUUID(), 4, 2_000)).isEqualTo(200);
        assertThat(bringBack(UUID.randomUUID(), 6, 3_001)).isEqualTo(409);
        assertThat(bringBack(UUID.randomUUID(), 7, 3_500)).isEqualTo(409);
        assertThat(bringBack(UUID.randomUUID(), 6, 3_000)).isEqualTo(200);
        assertThat(bringBack(UUID.randomUUID(), 1, 0)).isEqualTo(409);
    }

    @Test
    void aReturnSentTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        var id = UUID.randomUUID();
        assertThat(bringBack(id, 4, 2_000)).isEqualTo(200);
        assertThat(bringBack(id, 4, 2_000)).isEqualTo(200);
        assertThat(bringBack(id, 3, 1_500)).isEqualTo(409);
        assertThat(bringBack(UUID.randomUUID(), 6, 3_000)).isEqualTo(200);
    }

    @Test
    void howeverManyBringItBackAtOnceNoMoreIsGivenThanWasPaid() {
        var answers =
                IntStream.range(0, 12)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> bringBack(UUID.randomUUID(), 3, 1_500),
                                        Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
    }

    /** Ten tablets for 5,000, which had cost 3,500: one is worth 500 and no more. */
    @Test
    void oneIsNeverBroughtBackForThePriceOfTen() {
        var sale = sell(10, 5_000, 3_500L);
        refused(bring(sale, 1, 5_000, null, null), 409, "too-much-paid-back");
        refused(bring(sale, 1, 0, null, null), 422, "reason-missing");
        assertThat(bring(sale, 1, 500, null, null).status()).isEqualTo(200);
        assertThat(bring(sale, 1, 0, null, "strip terbuka").status()).isEqualTo(200);
        refused(bring(sale, 1, 1_000, null, null), 409, "too-much-paid-back");
        refused(bring(sale, 8, 4_000, 35_000L, null), 409, "too-much-cost-returned");
        refused(bring(sale, 8, 4_000, 2_801L, null), 409, "too-much-cost-returned");
        assertThat(bring(sale, 8, 4_000, 2_800L, null).status()).isEqualTo(200);
    }

    @Test
    void singlesTogetherAreWhatWasPaidToTheRupiah() {
        var sale = sell(3, 1_000, null);
        refused(bring(sale, 1, 335, null, null), 409, "too-much-paid-back");
        assertThat(bring(sale, 1, 333, null, null).status()).isEqualTo(200);
        assertThat(bring(sale, 1, 333, null, null).status()).isEqualTo(200);
        refused(bring(sale, 1, 335, null, null), 409, "too-much-paid-back");
        assertThat(bring(sale, 1, 334, null, null).status()).isEqualTo(200);
        var other = sell(3, 1_000, null);
        assertThat(bring(other, 1, 334, null, null).status()).isEqualTo(200);
        assertThat(bring(other, 1, 333, null, null).status()).isEqualTo(200);
        refused(bring(other, 1, 334, null, null), 409, "too-much-paid-back");
        assertThat(bring(other, 1, 333, null, null).status()).isEqualTo(200);
    }

    @Test
    void aReturnBeforeItsSaleIsRefusedUnlessTwoClocksMayBeApartByIt() {
        refused(bring(sale, 1, 500, null, null, "2026-02-28T10:00:00Z"), 422, "before-its-sale");
        refused(bring(sale, 1, 500, null, null, "2000-01-01T00:00:00Z"), 422, "before-its-sale");
        refused(bring(sale, 1, 500, null, null, "2026-03-01T02:49:59Z"), 422, "before-its-sale");
        assertThat(bring(sale, 1, 500, null, null, "2026-03-01T02:50:00Z").status()).isEqualTo(200);
    }

    /** Two tablets that were offline brought back six of ten each, and send it twice. */
    @Test
    void ofTwoReturnsOfTheSameGoodsOneStandsAndTheOtherIsToldWhatIsLeft() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(bringBack(first, 6, 3_000)).isEqualTo(200);
        for (var _ : new int[2]) {
            var refused = bring(second, sale, 6, 3_000, null, null, "2026-03-02T03:00:00Z");
            refused(refused, 409, "too-much-returned");
            assertThat(refused.body())
                    .contains("6 of 10 are back already, 4 are left", "\"left\":4");
            assertThat(bringBack(first, 6, 3_000)).isEqualTo(200);
        }
        assertThat(bringBack(UUID.randomUUID(), 4, 2_000)).isEqualTo(200);
    }

    private record Answer(int status, String body) {}

    private static void refused(Answer answer, int status, String rule) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("urn:lumbung:" + rule);
    }

    private UUID sell(int quantity, long amount, Long cost) {
        var id = UUID.randomUUID();
        var body =
                """
                {"cooperativeId": "%s", "outletId": "%s", "at": "2026-03-01T03:00:00Z"%s,
                 "lines": [{"medicine": "R06", "quantity": %d, "amount": %d}]}\
                """
                        .formatted(
                                cooperative,
                                outlet,
                                cost == null ? "" : ", \"cost\": " + cost,
                                quantity,
                                amount);
        assertThat(put("/sales/" + id, body).status()).isEqualTo(200);
        return id;
    }

    private Answer bring(UUID sale, int quantity, long amount, Long cost, String reason) {
        return bring(sale, quantity, amount, cost, reason, "2026-03-02T03:00:00Z");
    }

    private Answer bring(
            UUID sale, int quantity, long amount, Long cost, String reason, String at) {
        return bring(UUID.randomUUID(), sale, quantity, amount, cost, reason, at);
    }

    private Answer bring(
            UUID id, UUID sale, int quantity, long amount, Long cost, String reason, String at) {
        return put(
                "/returns/" + id,
                """
                {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "%s"%s%s,
                 "lines": [{"line": 0, "quantity": %d, "amount": %d}]}\
                """
                        .formatted(
                                cooperative,
                                outlet,
                                sale,
                                at,
                                cost == null ? "" : ", \"cost\": " + cost,
                                reason == null ? "" : ", \"reason\": \"" + reason + "\"",
                                quantity,
                                amount));
    }

    private Answer put(String path, String body) {
        var result =
                counter.put()
                        .uri(path)
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange()
                        .returnResult(String.class);
        return new Answer(result.getStatus().value(), String.valueOf(result.getResponseBody()));
    }

    @Test
    void whatWasNotSoldIsNotTakenBack() {
        var unknown = UUID.randomUUID();
        assertThat(bringBack(UUID.randomUUID(), unknown, 0, 1, 0)).isEqualTo(404);
        assertThat(bringBack(UUID.randomUUID(), sale, 1, 1, 0)).isEqualTo(422);
    }

    private int bringBack(UUID id, int quantity, long amount) {
        return bringBack(id, sale, 0, quantity, amount);
    }

    private int bringBack(UUID id, UUID sale, int line, int quantity, long amount) {
        return counter.put()
                .uri("/returns/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                        """
                        {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "2026-03-02T03:00:00Z",
                         "lines": [{"line": %d, "quantity": %d, "amount": %d}]}\
                        """
                                .formatted(cooperative, outlet, sale, line, quantity, amount))
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
