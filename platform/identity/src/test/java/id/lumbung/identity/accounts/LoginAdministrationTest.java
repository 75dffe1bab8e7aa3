package id.lumbung.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Logins are given and taken by who may, over HTTP. */
@HostTest
class LoginAdministrationTest {

    @Autowired private Office office;
    @Autowired private Logins logins;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void aBoardAdministersItsOwnPeopleAndGivesNoRoleBeyondThem() {
        var board = office.tokens(office.settled("[\"BOARD\"]", cooperative)).access();
        var other = office.cooperative();
        var stranger = office.person("[\"CASHIER\"]", other);
        var cashier = office.person(board, "[\"CASHIER\"]", cooperative);
        var mine = office.call(board, "GET", "/logins?cooperativeId=" + cooperative, "");
        assertThat(mine.body())
                .contains(cashier.username(), "\"mustChoosePassword\":true")
                .doesNotContain(stranger.username(), "passwordHash", "bcrypt", "oneTimePassword");
        Office.refused(
                office.call(board, "GET", "/logins?cooperativeId=" + other, ""), 403, "not-yours");
        for (var what : List.of("password-reset", "unlock", "revocation")) {
            Office.refused(
                    office.call(board, "PUT", "/logins/" + stranger.id() + "/" + what, ""),
                    404,
                    "no-such-login");
        }
        Office.refused(place(board, "[\"OPERATOR\"]", ""), 403, "not-allowed");
        Office.refused(
                place(board, "[\"BOARD\", \"OPERATOR\"]", ofCooperative(cooperative)),
                403,
                "not-allowed");
        Office.refused(place(board, "[\"CASHIER\"]", ofCooperative(other)), 403, "not-allowed");
        var shop = office.outlet(other);
        Office.refused(
                office.call(board, "POST", "/outlets/" + shop + "/credentials", ""),
                404,
                "no-such-outlet");
        Office.refused(office.call(board, "POST", "/keys/rotation", ""), 403, "not-allowed");

        var clerk = office.tokens(office.settled("[\"CASHIER\"]", cooperative)).access();
        Office.refused(
                office.call(clerk, "GET", "/logins?cooperativeId=" + cooperative, ""),
                403,
                "not-allowed");
        assertThat(office.call("", "GET", "/logins?cooperativeId=" + cooperative, "").statusCode())
                .isEqualTo(401);
        assertThat(
                        office.call("rubbish", "GET", "/logins?cooperativeId=" + cooperative, "")
                                .statusCode())
                .isEqualTo(401);
    }

    private static String ofCooperative(UUID id) {
        return ", \"cooperativeId\": \"" + id + "\"";
    }

    private HttpResponse<String> place(String by, String roles, String more) {
        var id = UUID.randomUUID();
        return office.call(
                by,
                "PUT",
                "/logins/" + id,
                "{\"username\": \"p-%s\", \"roles\": %s%s}"
                        .formatted(id.toString().substring(0, 12), roles, more));
    }

    @Test
    void rolesMustFitWhatTheyAreGivenWith() {
        Office.refused(place(office.operator(), "[\"CASHIER\"]", ""), 422, "roles-do-not-fit");
        Office.refused(place(office.operator(), "[\"ADVISOR\"]", ""), 422, "roles-do-not-fit");
        Office.refused(
                place(office.operator(), "[\"OUTLET\"]", ofCooperative(cooperative)),
                422,
                "roles-do-not-fit");
        Office.refused(
                place(office.operator(), "[\"MEMBER\"]", ofCooperative(cooperative)),
                422,
                "roles-do-not-fit");
        Office.refused(
                place(office.operator(), "[\"CASHIER\"]", ofCooperative(UUID.randomUUID())),
                404,
                "no-such-cooperative");
        var advisor =
                place(
                        office.operator(),
                        "[\"ADVISOR\"]",
                        ", \"cooperativeIds\": [\"%s\"]".formatted(cooperative));
        assertThat(advisor.statusCode()).as(advisor.body()).isEqualTo(200);
        assertThat(office.call("GET", "/logins/platform").body())
                .contains(Office.JSON.readTree(advisor.body()).path("id").asString(), "OPERATOR");
        Office.refused(
                office.call(
                        office.operator(),
                        "PUT",
                        "/logins/" + UUID.randomUUID(),
                        "{\"username\": \"operator\", \"roles\": [\"OPERATOR\"]}"),
                409,
                "username-taken");
    }

    @Test
    void theLastOperatorStays() {
        var operator = office.operator();
        var second = logins.named("operator-2").orElseThrow();
        var path = "/logins/" + second.id() + "/revocation";
        office.put(operator, path, "");
        try {
            Office.refused(
                    office.call(operator, "PUT", "/logins/" + Office.OPERATOR + "/revocation", ""),
                    409,
                    "last-operator");
        } finally {
            assertThat(office.call(operator, "DELETE", path, "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPersonWhoIsRevokedGetsNoFurtherToken() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var browser = office.browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        office.put("/logins/" + cashier.id() + "/revocation", "");
        assertThat(browser.refresh(tokens.refresh()).body()).contains("invalid_grant");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .startsWith("/login?");
        assertThat(office.browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        var restored = office.call("DELETE", "/logins/" + cashier.id() + "/revocation");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(browser.refresh(tokens.refresh()).body())
                .as("what was given before stays over")
                .contains("invalid_grant");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .startsWith("/login?");
        assertThat(office.tokens(cashier).access()).isNotEmpty();
    }

    @Test
    void aResetPasswordEndsEveryLoginAndIsGoodOnce() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var browser = office.browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        var shown = office.put("/logins/" + cashier.id() + "/password-reset", "");
        var oneTime = shown.path("oneTimePassword").asString();
        assertThat(shown.path("mustChoosePassword").asBoolean()).isTrue();
        assertThat(browser.refresh(tokens.refresh()).body()).contains("invalid_grant");
        assertThat(office.browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        var anew = office.browser();
        var page = anew.get(Browser.location(anew.login(cashier.username(), oneTime)));
        assertThat(anew.tokens(anew.choose(page, Office.CHOSEN)).access()).isNotEmpty();
        assertThat(anew.choose(page, Office.CHOSEN + "!").statusCode())
                .as("the page is used up")
                .isEqualTo(401);
    }

    @Test
    void whoeverAsksIsToldWhoTheyAre() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var me =
                Office.JSON.readTree(
                        office.call(office.tokens(cashier).access(), "GET", "/userinfo", "")
                                .body());
        assertThat(me.path("username").asString()).isEqualTo(cashier.username());
        assertThat(me.path("roles").toString()).isEqualTo("[\"CASHIER\"]");
    }
}
