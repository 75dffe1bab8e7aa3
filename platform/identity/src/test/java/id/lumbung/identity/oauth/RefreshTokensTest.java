package id.lumbung.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.Browser;
import id.lumbung.identity.Browser.Tokens;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import id.lumbung.identity.Office.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Refresh tokens are good once; a copy ends the login, and a lost answer does not. */
@HostTest
class RefreshTokensTest {

    private static final Duration LONG_AGO = Duration.ofHours(1);

    @Autowired private Office office;
    @Autowired private MongoOperations mongo;
    @Autowired private AuditLog audit;

    private UUID cooperative;
    private Person cashier;
    private Browser browser;
    private Tokens first;

    @BeforeEach
    void aLogin() {
        cooperative = office.cooperative();
        cashier = office.settled("[\"CASHIER\"]", cooperative);
        browser = office.browser();
        first = browser.tokens(cashier.username(), cashier.password());
    }

    private Tokens refreshed(String token) {
        var answer = browser.refresh(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.read(answer);
    }

    private void refused(String token) {
        assertThat(browser.refresh(token).body()).contains("invalid_grant");
    }

    /** As if the last refresh had been so long ago. */
    private void pass(Duration time) {
        set("refreshedAt", Instant.now().minus(time));
    }

    private void set(String field, Instant to) {
        var _ =
                mongo.getCollection("authorizations")
                        .updateMany(
                                Filters.eq("login", cashier.id().toString()),
                                Updates.set(field, Date.from(to)));
    }

    @Test
    void aCopyOfTheLastTokenEndsTheLogin() {
        var second = refreshed(first.refresh());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.claims().path("sub").asString()).isEqualTo(cashier.id().toString());
        pass(LONG_AGO);
        refused(first.refresh());
        refused(second.refresh());
    }

    @Test
    void aCopyOfAnyTokenBeforeEndsTheLoginAndStandsInTheAudit() {
        var second = refreshed(first.refresh());
        var third = refreshed(second.refresh());
        refused(first.refresh());
        refused(third.refresh());
        assertThat(audit.about(cooperative, cashier.id().toString(), 100))
                .anyMatch(line -> line.action().equals("TOKEN_REUSED"));
    }

    @Test
    void anAnswerThatWasLostIsAskedForAgainOnce() {
        var lost = refreshed(first.refresh());
        pass(Duration.ofSeconds(2));
        var again = refreshed(first.refresh());
        assertThat(again.refresh()).isNotEqualTo(lost.refresh());
        pass(Duration.ofSeconds(2));
        refused(first.refresh());
        refused(again.refresh());
    }

    @Test
    void whoUsesWhatWasGivenForALostAnswerEndsTheLogin() {
        var lost = refreshed(first.refresh());
        pass(Duration.ofSeconds(2));
        var again = refreshed(first.refresh());
        refused(lost.refresh());
        refused(again.refresh());
    }

    @Test
    void ofManyWhoRefreshAtOnceOneGetsTheNextTokenAndTheLoginGoesOn() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Tokens>> answers =
                    IntStream.range(0, 20)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () ->
                                                    Browser.read(
                                                            office.browser()
                                                                    .refresh(first.refresh())),
                                            threads))
                            .toList();
            var given =
                    answers.stream()
                            .map(CompletableFuture::join)
                            .filter(it -> !it.refresh().isEmpty())
                            .toList();
            assertThat(given).hasSize(1);
            assertThat(refreshed(given.getFirst().refresh()).access()).isNotEmpty();
        }
    }

    @Test
    void aLoginEndsWithItsAbsoluteLifeHoweverOftenItIsRefreshed() {
        var second = refreshed(first.refresh());
        set("endsAt", Instant.now().minusSeconds(1));
        refused(second.refresh());
    }

    @Test
    void aTokenThatNamesNoLoginIsRefused() {
        refused("rubbish");
        refused(UUID.randomUUID() + ".rubbish");
        assertThat(refreshed(first.refresh()).access()).isNotEmpty();
    }
}
