package id.lumbung.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Refresh tokens are good once, and a copy ends the login. */
@HostTest
class RefreshTokensTest {

    @Autowired private Office office;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void aRefreshTokenIsGoodOnceAndACopyEndsTheLogin() {
        var browser = office.browser();
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var first = browser.tokens(cashier.username(), cashier.password());
        var answer = browser.refresh(first.refresh());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var second = Browser.read(answer);
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.claims().path("sub").asString()).isEqualTo(cashier.id().toString());
        var third = Browser.read(browser.refresh(second.refresh()));
        assertThat(browser.refresh(second.refresh()).body()).contains("invalid_grant");
        assertThat(browser.refresh(third.refresh()).body()).contains("invalid_grant");
    }

    @Test
    void ofTwoWhoRefreshAtOnceOneGetsNothing() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        for (var round = 0; round < 3; round++) {
            var tokens = office.tokens(cashier);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var renewed =
                        IntStream.range(0, 4)
                                .mapToObj(_ ->
                                        CompletableFuture.supplyAsync(
                                                () -> office.browser().refresh(tokens.refresh()),
                                                threads))
                                .toList()
                                .stream()
                                .filter(it -> it.join().statusCode() == 200)
                                .count();
                assertThat(renewed).isLessThanOrEqualTo(1);
            }
        }
    }
}
