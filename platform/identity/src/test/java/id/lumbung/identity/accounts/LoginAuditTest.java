package id.lumbung.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.audit.AuditLine;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.Browser;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** What officers do to logins and credentials stands in the audit, or is not done. */
@HostTest
class LoginAuditTest {

    @Autowired private Office office;
    @Autowired private MongoOperations mongo;
    @Autowired private AuditLog audit;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    private List<String> audited(UUID cooperative, UUID about) {
        var answer = office.call("GET", "/audit?limit=1000&cooperativeId=" + cooperative);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Office.JSON
                .readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(line -> line.path("about").asString().equals(about.toString()))
                .map(line -> {
                    assertThat(line.path("subject").asString())
                            .isEqualTo(Office.OPERATOR.toString());
                    return line.path("action").asString();
                })
                .toList();
    }

    @Test
    void whatIsDoneToPeopleAndOutletsStandsInTheAuditOfTheirCooperative() {
        var village = office.cooperative();
        var cashier = office.person("[\"CASHIER\"]", village);
        var path = "/logins/" + cashier.id();
        var body =
                "{\"username\": \"%s\", \"roles\": [\"MANAGER\"], \"cooperativeId\": \"%s\"}"
                        .formatted(cashier.username(), village);
        office.put(path, body);
        office.put(path, body); // Changes nothing.
        var oneTime = office.put(path + "/password-reset", "").path("oneTimePassword");
        office.put(path + "/unlock", "");
        office.put(path + "/revocation", "");
        office.put(path + "/revocation", "");
        assertThat(office.call("DELETE", path + "/revocation").statusCode()).isEqualTo(200);
        assertThat(audited(village, cashier.id()))
                .containsExactly(
                        "LOGIN_GIVEN",
                        "LOGIN_CHANGED",
                        "PASSWORD_RESET",
                        "LOGIN_UNLOCKED",
                        "LOGIN_REVOKED",
                        "LOGIN_RESTORED");

        var outlet = office.outlet(village);
        var credentials = "/outlets/" + outlet + "/credentials";
        var given = Office.JSON.readTree(office.call("POST", credentials).body());
        var rotated = Office.JSON.readTree(office.call("POST", credentials + "/rotation").body());
        assertThat(office.call("DELETE", credentials).statusCode()).isEqualTo(204);
        assertThat(office.call("POST", credentials).statusCode()).isEqualTo(200);
        assertThat(audited(village, outlet))
                .containsExactly(
                        "CREDENTIALS_GIVEN",
                        "CREDENTIALS_ROTATED",
                        "CREDENTIALS_REVOKED",
                        "CREDENTIALS_GIVEN");

        var supervisor = office.tokens(office.settled("[\"SUPERVISOR\"]", village)).access();
        var seen = office.call(supervisor, "GET", "/audit?cooperativeId=" + village, "");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("LOGIN_REVOKED", "CREDENTIALS_REVOKED", "MANAGER")
                .doesNotContain(
                        cashier.username(),
                        oneTime.asString(),
                        given.path("clientSecret").asString(),
                        rotated.path("clientSecret").asString());
        Office.refused(
                office.call(supervisor, "GET", "/audit?cooperativeId=" + cooperative, ""),
                403,
                "not-yours");
    }

    @Test
    void whatPeopleDoWithTheirLoginsStandsInTheAuditAndNoSecretDoes() {
        var village = office.cooperative();
        var cashier = office.settled("[\"CASHIER\"]", village);
        var next = "kata sandi baru " + UUID.randomUUID();
        var _ = office.tokens(cashier);
        var changed = office.browser().changePassword(cashier.username(), cashier.password(), next);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        for (var attempt = 0; attempt < 3; attempt++) {
            assertThat(office.browser().login(cashier.username(), "a wrong password").statusCode())
                    .isEqualTo(401);
        }
        var answer = office.call("GET", "/audit?limit=1000&cooperativeId=" + village);
        var done =
                Office.JSON
                        .readTree(answer.body())
                        .path("items")
                        .valueStream()
                        .filter(line ->
                                line.path("subject").asString().equals(cashier.id().toString()))
                        .map(line -> line.path("action").asString())
                        .toList();
        assertThat(done)
                .containsExactly(
                        "PASSWORD_CHANGED",
                        "LOGGED_IN",
                        "LOGGED_IN",
                        "PASSWORD_CHANGED",
                        "LOGGED_IN");
        assertThat(answer.body())
                .doesNotContain(cashier.username(), cashier.password(), next, "a wrong password");
    }

    @Test
    void aLoginThatFailsTooOftenStandsInTheAuditOnce() {
        var village = office.cooperative();
        var cashier = office.settled("[\"CASHIER\"]", village);
        var browser = office.browser();
        for (var attempt = 0; attempt < 14; attempt++) {
            var _ = browser.login(cashier.username(), "a wrong password");
        }
        assertThat(audit.about(village, cashier.id().toString(), 100))
                .extracting(AuditLine::action)
                .containsOnlyOnce("LOGIN_LOCKED");
    }

    @Test
    void anAdvisorIsInTheAuditOfEveryCooperativeThatIsOpenedToHim() {
        var one = office.cooperative();
        var two = office.cooperative();
        var advisor = UUID.randomUUID();
        advise(advisor, one);
        advise(advisor, two);
        assertThat(audited(one, advisor)).containsExactly("LOGIN_GIVEN", "LOGIN_CHANGED");
        assertThat(audited(two, advisor)).containsExactly("LOGIN_CHANGED");
    }

    private void advise(UUID advisor, UUID cooperative) {
        office.put(
                office.operator(),
                "/logins/" + advisor,
                "{\"username\": \"a-%s\", \"roles\": [\"ADVISOR\"], \"cooperativeIds\": [\"%s\"]}"
                        .formatted(advisor.toString().substring(0, 12), cooperative));
    }

    @Test
    void whatIsOfNoCooperativeStandsInTheAuditOfThePlatform() {
        var before = platformLines("KEYS_ROTATED");
        assertThat(office.call("POST", "/keys/rotation").statusCode()).isEqualTo(200);
        assertThat(platformLines("KEYS_ROTATED")).isEqualTo(before + 1);
        assertThat(platformLines("LOGIN_GIVEN")).as("the first operator").isPositive();
    }

    private long platformLines(String action) {
        return mongo.getCollection("auditLines")
                .countDocuments(
                        Filters.and(
                                Filters.eq("cooperativeId", AuditLog.PLATFORM),
                                Filters.eq("action", action)));
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        var village = office.cooperative();
        var cashier = office.settled("[\"CASHIER\"]", village);
        var outlet = office.outlet(village);
        var credentials = "/outlets/" + outlet + "/credentials";
        var given = Office.JSON.readTree(office.call("POST", credentials).body());
        var browser = office.browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        // No line can be put after this one: the number that would follow it is taken.
        var _ =
                mongo.getCollection("auditLines")
                        .insertOne(new Document("cooperativeId", village).append("number", 1e18));

        var newcomer = UUID.randomUUID();
        var body =
                "{\"username\": \"n-%s\", \"roles\": [\"BOARD\"], \"cooperativeId\": \"%s\"}"
                        .formatted(newcomer.toString().substring(0, 12), village);
        var path = "/logins/" + cashier.id();
        for (var answer :
                List.of(
                        office.call("PUT", "/logins/" + newcomer, body),
                        office.call("PUT", path, body),
                        office.call("PUT", path + "/password-reset"),
                        office.call("PUT", path + "/unlock"),
                        office.call("PUT", path + "/revocation"),
                        office.call("POST", credentials + "/rotation"),
                        office.call("DELETE", credentials))) {
            assertThat(answer.statusCode()).isEqualTo(503);
        }
        assertThat(office.browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(503);
        var refreshed = browser.refresh(tokens.refresh());
        assertThat(refreshed.statusCode()).as(refreshed.body()).isEqualTo(200);
        assertThat(Browser.read(refreshed).claims().path("roles").toString())
                .isEqualTo("[\"CASHIER\"]");
        assertThat(
                        office.browser()
                                .credentials(
                                        given.path("clientId").asString(),
                                        given.path("clientSecret").asString())
                                .statusCode())
                .isEqualTo(200);
        assertThat(office.call("GET", "/logins?cooperativeId=" + village).body())
                .doesNotContain(newcomer.toString());
    }
}
