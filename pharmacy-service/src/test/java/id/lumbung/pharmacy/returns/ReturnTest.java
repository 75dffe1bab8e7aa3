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
        assertThat(giveBack(UUID.randomUUID(), 4, 2_000)).isEqualTo(200);
        assertThat(giveBack(UUID.randomUUID(), 6, 3_001)).isEqualTo(409);
        assertThat(giveBack(UUID.randomUUID(), 7, 3_000)).isEqualTo(409);
        assertThat(giveBack(UUID.randomUUID(), 6, 3_000)).isEqualTo(200);
        assertThat(giveBack(UUID.randomUUID(), 1, 0)).isEqualTo(409);
    }

    @Test
    void aReturnSentTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        var id = UUID.randomUUID();
        assertThat(giveBack(id, 4, 2_000)).isEqualTo(200);
        assertThat(giveBack(id, 4, 2_000)).isEqualTo(200);
        assertThat(giveBack(id, 3, 2_000)).isEqualTo(409);
        assertThat(giveBack(UUID.randomUUID(), 6, 3_000)).isEqualTo(200);
    }

    @Test
    void howeverManyBringItBackAtOnceNoMoreIsGivenThanWasPaid() {
        var answers =
                IntStream.range(0, 12)
                        .mapToObj(_ ->
                                CompletableFuture.supplyAsync(
                                        () -> giveBack(UUID.randomUUID(), 3, 1_500),
                                        Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(3);
    }

    @Test
    void whatWasNotSoldIsNotTakenBack() {
        var unknown = UUID.randomUUID();
        assertThat(giveBack(UUID.randomUUID(), unknown, 0, 1, 0)).isEqualTo(404);
        assertThat(giveBack(UUID.randomUUID(), sale, 1, 1, 0)).isEqualTo(422);
    }

    private int giveBack(UUID id, int quantity, long amount) {
        return giveBack(id, sale, 0, quantity, amount);
    }

    private int giveBack(UUID id, UUID sale, int line, int quantity, long amount) {
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
