package id.lumbung.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLine;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.Browser;
import id.lumbung.identity.Browser.Tokens;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import id.lumbung.identity.Office.Person;
import id.lumbung.identity.Phone;
import id.lumbung.identity.RawProof;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** A phone's refresh token is good again and again, on that phone alone. */
@HostTest
class PhonesTest {

    @Autowired private Office office;
    @Autowired private MongoOperations mongo;
    @Autowired private AuditLog audit;

    private UUID cooperative;
    private Person cashier;
    private Phone phone;
    private Tokens tokens;

    @BeforeEach
    void aLogin() {
        cooperative = office.cooperative();
        cashier = office.settled("[\"CASHIER\"]", cooperative);
        phone = office.phone();
        tokens = phone.tokens(cashier);
    }

    private Tokens refreshed(Phone by) {
        var answer = by.refresh(tokens.refresh());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.read(answer);
    }

    private static void refused(HttpResponse<String> answer, String error, String says) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"error\":\"" + error + "\"", says);
    }

    private void set(String field, Instant to) {
        var _ =
                mongo.getCollection("authorizations")
                        .updateMany(
                                Filters.eq("login", cashier.id().toString()),
                                Updates.set(field, Date.from(to)));
    }

    private List<String> audited() {
        return audit.about(cooperative, cashier.id().toString(), 100).reversed().stream()
                .map(AuditLine::action)
                .toList();
    }

    @Test
    void theSameTokenRefreshesAgainAndAgainSoNoLostAnswerEndsTheLogin() {
        for (var lost = 0; lost < 5; lost++) {
            var again = refreshed(phone);
            assertThat(again.refresh()).isEqualTo(tokens.refresh());
            assertThat(again.claims().path("sub").asString()).isEqualTo(cashier.id().toString());
        }
        assertThat(audited()).doesNotContain("TOKEN_REUSED");
    }

    @Test
    void allWhoRefreshAtOnceOnThePhoneAreAnswered() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 20)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(
                                            () -> phone.refresh(tokens.refresh()), threads))
                            .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        }
    }

    @Test
    void accessTokensStayBearersOfFifteenMinutes() {
        var answer = phone.refresh(tokens.refresh());
        assertThat(answer.body()).contains("\"token_type\":\"Bearer\"");
        var claims = Browser.read(answer).claims();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
        assertThat(claims.has("cnf")).isFalse();
    }

    @Test
    void anotherKeyIsRefusedAndTheLoginGoesOn() {
        var thief = office.phone();
        refused(thief.refresh(tokens.refresh()), "invalid_dpop_proof", "another key");
        refused(thief.refresh(tokens.refresh()), "invalid_dpop_proof", "another key");
        assertThat(refreshed(phone).access()).isNotEmpty();
    }

    @Test
    void withoutAProofNothingIsGiven() {
        refused(phone.refresh(tokens.refresh(), new RawProof[0]), "invalid_dpop_proof", "header");
        var other = office.phone();
        var login = other.browser().login(cashier.username(), cashier.password());
        refused(other.exchange(login, "", new RawProof[0]), "invalid_dpop_proof", "header");
    }

    @Test
    void anotherProgramGetsNothingForAPhonesToken() {
        var console = office.browser().refresh(tokens.refresh());
        refused(console, "invalid_grant", "");
        var members = office.phone("lumbung-anggota", "/anggota/");
        refused(members.refresh(tokens.refresh()), "invalid_grant", "");
        assertThat(refreshed(phone).access()).isNotEmpty();
    }

    @Test
    void whoNamesTwoProgramsGetsNothingWithoutAProof() {
        var other = office.phone();
        var login = other.browser().login(cashier.username(), cashier.password());
        var form =
                other.browser()
                        .exchangeForm(other.browser().code(login), other.browser().verifier());
        var path = "/oauth2/token?client_id=lumbung-console";
        assertThat(other.browser().post(path, form).statusCode()).isIn(400, 401);
        var refresh = other.browser().refreshForm(tokens.refresh());
        assertThat(other.browser().post(path, refresh).statusCode()).isIn(400, 401);
        assertThat(refreshed(phone).access()).isNotEmpty();
    }

    @Test
    void aWrongClockIsCorrectedByTheNonce() {
        for (var error : List.of(Duration.ofDays(-9_000), Duration.ofDays(400))) {
            var wrong = office.phone();
            wrong.setClockError(error);
            var login = wrong.browser().login(cashier.username(), cashier.password());
            var code = wrong.browser().code(login);
            var form = wrong.browser().exchangeForm(code, wrong.browser().verifier());
            var first = wrong.browser().post("/oauth2/token", form, List.of(wrong.proof().text()));
            refused(first, "use_dpop_nonce", "clock");
            var nonce = first.headers().firstValue("DPoP-Nonce").orElseThrow();
            var second =
                    wrong.browser()
                            .post(
                                    "/oauth2/token",
                                    form,
                                    List.of(wrong.proof().claim("nonce", nonce).text()));
            assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
            assertThat(
                            wrong.refresh(
                                            Browser.read(second).refresh(),
                                            wrong.proof().claim("nonce", nonce))
                                    .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aProofIsGoodOnce() {
        var proof = phone.proof();
        assertThat(phone.refresh(tokens.refresh(), proof).statusCode()).isEqualTo(200);
        refused(phone.refresh(tokens.refresh(), proof), "invalid_dpop_proof", "used before");
        assertThat(refreshed(phone).access()).isNotEmpty();
    }

    @Test
    void aLoginEndsThirtyDaysAfterItsLastUseAndAtItsAbsoluteEnd() {
        var document =
                mongo.getCollection("authorizations")
                        .find(Filters.eq("key", phone.key().thumbprint()))
                        .first();
        assertThat(document).isNotNull();
        var between =
                Duration.between(
                        document.getDate("usedAt").toInstant(),
                        document.getDate("refreshUntil").toInstant());
        assertThat(between).isBetween(Duration.ofDays(30).minusMinutes(1), Duration.ofDays(30));

        var end = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
        set("endsAt", end);
        var _ = refreshed(phone);
        assertThat(office.call("GET", "/logins/" + cashier.id() + "/devices").body())
                .contains("\"until\":\"" + end, "\"endsAt\":\"" + end);

        set("refreshFrom", Instant.now().minusSeconds(60));
        set("refreshUntil", Instant.now().minusSeconds(1));
        refused(phone.refresh(tokens.refresh()), "invalid_grant", "");
    }

    @Test
    void whoWasLetGoOrHasAnotherPasswordGetsNothingMore() {
        office.put("/logins/" + cashier.id() + "/revocation", "");
        refused(phone.refresh(tokens.refresh()), "invalid_grant", "");
    }

    @Test
    void aTokenSaysOnlyWhatTheAppIsFor() {
        var both = office.settled("[\"CASHIER\", \"BOARD\"]", cooperative);
        assertThat(office.phone().tokens(both).claims().path("roles").toString())
                .isEqualTo("[\"CASHIER\"]");
        var board = office.settled("[\"BOARD\"]", cooperative);
        var other = office.phone();
        var login = other.browser().login(board.username(), board.password());
        refused(other.exchange(login, "", other.proof()), "unauthorized_client", "roles");
    }

    @Test
    void aCodeThatNamesItsKeyIsForThatKeyAlone() {
        var other = office.phone();
        var login = other.browser().login(cashier.username(), cashier.password());
        var authorize = Browser.location(login);
        var named = authorize + "&dpop_jkt=" + phone.key().thumbprint();
        var sentBack = Browser.location(other.browser().get(named));
        var code = sentBack.replaceAll(".*code=([^&]*).*", "$1");
        var form = other.browser().exchangeForm(code, other.browser().verifier());
        refused(
                other.browser().post("/oauth2/token", form, List.of(other.proof().text())),
                "invalid_dpop_proof",
                "another key");
    }

    @Test
    void whatAPersonGivesUpIsOver() {
        var form = Map.of("client_id", "lumbung-gerai", "token", tokens.refresh());
        assertThat(phone.browser().post("/oauth2/revoke", form).statusCode()).isEqualTo(200);
        refused(phone.refresh(tokens.refresh()), "invalid_grant", "");
        assertThat(audited()).contains("DEVICE_ENROLLED", "DEVICE_ENDED");
    }
}
