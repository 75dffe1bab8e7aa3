package id.lumbung.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages on which people log in, and what a login ends by. */
@HostTest
class LoginPagesTest {

    @Autowired private Office office;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void theLoginPageIsInBothLanguagesAndSendsNobodyElsewhere() {
        var browser = office.browser();
        var page = browser.open();
        assertThat(page.body()).contains("Kata sandi", "Password", "/login/login.css");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get("/login/login.css").statusCode()).isEqualTo(200);
        var elsewhere =
                browser.get("/login?continue=https%3A%2F%2Fevil.example%2F%22%3E%3Cscript%3E");
        assertThat(elsewhere.body()).doesNotContain("evil.example");
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var sent =
                browser.submit(
                        elsewhere,
                        "/login",
                        Map.of("username", cashier.username(), "password", cashier.password()));
        assertThat(Browser.location(sent)).isEqualTo("/");
        assertThat(
                        office.browser()
                                .post(
                                        "/login",
                                        Map.of(
                                                "username",
                                                cashier.username(),
                                                "password",
                                                cashier.password()))
                                .statusCode())
                .as("a form that another site filled in")
                .isEqualTo(403);
    }

    @Test
    void aLogoutEndsTheLoginOfTheBrowser() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var browser = office.browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        assertThat(browser.get(browser.authorize("c".repeat(43))).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).startsWith(browser.redirect() + "?code="));
        assertThat(
                        browser.post(
                                        "/oauth2/revoke",
                                        Map.of(
                                                "token",
                                                tokens.refresh(),
                                                "client_id",
                                                Browser.CLIENT))
                                .statusCode())
                .isEqualTo(200);
        assertThat(browser.refresh(tokens.refresh()).body()).contains("invalid_grant");
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .startsWith("/login?");
    }

    @Test
    void whoeverKnowsTheirPasswordChangesItAndEveryOtherLoginEnds() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var other = office.browser();
        var tokens = other.tokens(cashier.username(), cashier.password());
        var browser = office.browser();
        assertThat(
                        browser.changePassword(cashier.username(), "wrong password", Office.CHOSEN)
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        browser.changePassword(cashier.username(), cashier.password(), "short")
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        browser.changePassword(
                                        cashier.username(), cashier.password(), cashier.password())
                                .statusCode())
                .isEqualTo(422);
        assertThat(other.refresh(tokens.refresh()).statusCode())
                .as("nothing changed")
                .isEqualTo(200);

        var changed = browser.changePassword(cashier.username(), cashier.password(), Office.CHOSEN);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        assertThat(Browser.location(changed)).isEqualTo("/");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .as("logged in by it")
                .startsWith(browser.redirect() + "?code=");
        assertThat(Browser.location(other.get(other.authorize("c".repeat(43)))))
                .startsWith("/login?");
        assertThat(office.browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        assertThat(office.browser().tokens(cashier.username(), Office.CHOSEN).access())
                .isNotEmpty();
    }
}
