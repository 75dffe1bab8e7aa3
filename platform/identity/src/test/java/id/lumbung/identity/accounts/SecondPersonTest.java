package id.lumbung.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import id.lumbung.identity.Office.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Nobody becomes two of those who watch each other, over HTTP. */
@HostTest
class SecondPersonTest {

    @Autowired private Office office;

    private UUID cooperative;
    private Person board;
    private String asBoard;

    @BeforeEach
    void aBoard() {
        cooperative = office.cooperative();
        board = office.settled("[\"BOARD\"]", cooperative);
        asBoard = office.tokens(board).access();
    }

    @CanIgnoreReturnValue
    private JsonNode given(String by, UUID id, String roles) {
        return office.put(by, "/logins/" + id, Office.login(id, roles, cooperative, null));
    }

    private void refusedConsent(String by, UUID id, JsonNode shown) {
        Office.refused(
                office.call(by, "PUT", "/logins/" + id + "/consent", Office.consent(shown)),
                403,
                "second-person-needed");
    }

    @CanIgnoreReturnValue
    private JsonNode consented(String by, UUID id, JsonNode shown) {
        return office.put(by, "/logins/" + id + "/consent", Office.consent(shown));
    }

    private int login(UUID id, JsonNode shown) {
        return office.browser()
                .login(Office.username(id), shown.path("oneTimePassword").asString())
                .statusCode();
    }

    @Test
    void anOfficeIsGoodOnlyWhenASecondPersonConsents() {
        var id = UUID.randomUUID();
        var shown = given(asBoard, id, "[\"SUPERVISOR\"]");
        assertThat(shown.path("awaitingConsent").toString()).isEqualTo("[\"SUPERVISOR\"]");
        assertThat(shown.path("askedBy").asString()).isEqualTo(board.id().toString());
        assertThat(login(id, shown)).as("of no use yet").isEqualTo(403);
        refusedConsent(asBoard, id, shown);
        var done = consented(office.operator(), id, shown);
        assertThat(done.path("awaitingConsent").isEmpty()).isTrue();
        assertThat(login(id, shown)).isEqualTo(302);
        assertThat(office.call("GET", "/audit?limit=1000&cooperativeId=" + cooperative).body())
                .contains("LOGIN_CONSENTED");
    }

    @Test
    void anOfficeGivenByAChangeOfRolesWaitsTooAndTheRestGoesOn() {
        var cashier = office.settled(office.person(asBoard, "[\"CASHIER\"]", cooperative));
        var shown = given(asBoard, cashier.id(), "[\"CASHIER\", \"SUPERVISOR\"]");
        assertThat(office.tokens(cashier).claims().path("roles").toString())
                .isEqualTo("[\"CASHIER\"]");
        consented(office.secondOperator(), cashier.id(), shown);
        assertThat(office.tokens(cashier).claims().path("roles").toString())
                .isEqualTo("[\"CASHIER\",\"SUPERVISOR\"]");
    }

    @Test
    void anotherOfTheBoardOrASupervisorConsentsButNoStranger() {
        var supervisor = office.tokens(office.settled("[\"SUPERVISOR\"]", cooperative)).access();
        var elsewhere = office.cooperative();
        var stranger = office.tokens(office.settled("[\"BOARD\"]", elsewhere)).access();
        var id = UUID.randomUUID();
        var shown = given(asBoard, id, "[\"BOARD\"]");
        Office.refused(
                office.call(stranger, "PUT", "/logins/" + id + "/consent", Office.consent(shown)),
                404,
                "no-such-login");
        assertThat(consented(supervisor, id, shown).path("awaitingConsent").isEmpty()).isTrue();
        assertThat(
                        office.call(supervisor, "GET", "/logins?cooperativeId=" + cooperative, "")
                                .body())
                .contains(id.toString());
    }

    @Test
    void nobodyConsentsThroughALoginThatTheyGaveThemselves() {
        // Given by the board before, and an office only by others.
        var helper = office.settled(office.person(asBoard, "[\"MANAGER\"]", cooperative));
        consented(
                office.secondOperator(),
                helper.id(),
                given(office.operator(), helper.id(), "[\"BOARD\"]"));
        var asHelper = office.tokens(helper).access();
        var id = UUID.randomUUID();
        var shown = given(asHelper, id, "[\"SUPERVISOR\"]");
        assertThat(consented(asBoard, id, shown).path("awaitingConsent").isEmpty())
                .as("a third person consented to the helper's login")
                .isTrue();

        var second = UUID.randomUUID();
        var asked = given(asBoard, second, "[\"SUPERVISOR\"]");
        // The board takes the helper's password, with another of the board: it is the board's now.
        var other = office.tokens(office.settled("[\"BOARD\"]", cooperative)).access();
        var path = "/logins/" + helper.id() + "/password-reset";
        office.put(other, path, "");
        var drawn = office.put(asBoard, path, "").path("oneTimePassword").asString();
        assertThat(drawn).isNotEmpty();
        var taken =
                office.tokens(office.settled(new Person(helper.id(), helper.username(), drawn, "")))
                        .access();
        assertThat(consented(taken, second, asked).path("awaitingConsent").isEmpty())
                .as("the reset was consented to by a third")
                .isTrue();
    }

    /** Whoever drew a login's password, and alone consented to its office, may hold it still. */
    @Test
    void aLoginThatOnePersonGaveAndConsentedToIsNoSecondPersonBesideThem() {
        var helper = office.settled(office.person(office.operator(), "[\"MANAGER\"]", cooperative));
        consented(
                office.operator(),
                helper.id(),
                given(office.secondOperator(), helper.id(), "[\"BOARD\"]"));
        var asHelper = office.tokens(helper).access();

        var id = UUID.randomUUID();
        refusedConsent(asHelper, id, given(office.operator(), id, "[\"SUPERVISOR\"]"));
        var another = UUID.randomUUID();
        var shown = given(asHelper, another, "[\"SUPERVISOR\"]");
        refusedConsent(office.operator(), another, shown);
        assertThat(
                        consented(office.secondOperator(), another, shown)
                                .path("awaitingConsent")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void whatWasChangedSinceIsNotConsentedTo() {
        var id = UUID.randomUUID();
        var shown = given(asBoard, id, "[\"SUPERVISOR\"]");
        given(asBoard, id, "[\"BOARD\"]");
        Office.refused(
                office.call(
                        office.operator(),
                        "PUT",
                        "/logins/" + id + "/consent",
                        Office.consent(shown)),
                409,
                "overtaken");
    }

    @Test
    void anOperatorIsMadeByTwoOperators() {
        var id = UUID.randomUUID();
        var body =
                "{\"username\": \"%s\", \"roles\": [\"OPERATOR\"]}".formatted(Office.username(id));
        var shown = office.put("/logins/" + id, body);
        assertThat(login(id, shown)).isEqualTo(403);
        refusedConsent(office.operator(), id, shown);
        Office.refused(
                office.call(asBoard, "PUT", "/logins/" + id + "/consent", Office.consent(shown)),
                404,
                "no-such-login");
        consented(office.secondOperator(), id, shown);
        assertThat(login(id, shown)).isEqualTo(302);
    }

    @Test
    void nobodyChangesTheirOwnRoles() {
        Office.refused(
                office.call(
                        asBoard,
                        "PUT",
                        "/logins/" + board.id(),
                        Office.login(board.id(), "[\"BOARD\", \"MANAGER\"]", cooperative, null)),
                403,
                "own-login");
        Office.refused(
                office.call(
                        "PUT",
                        "/logins/" + Office.OPERATOR,
                        "{\"username\": \"operator\", \"roles\": [\"OPERATOR\"]}"),
                403,
                "own-login");
    }

    @Test
    void thePasswordOfAnOfficeIsTakenByTwo() {
        for (var roles : List.of("[\"BOARD\"]", "[\"SUPERVISOR\"]")) {
            var person = office.settled(roles, cooperative);
            var path = "/logins/" + person.id() + "/password-reset";
            for (var _ : new int[2]) {
                var asked = office.put(asBoard, path, "");
                assertThat(asked.path("resetAskedBy").asString()).isEqualTo(board.id().toString());
                assertThat(asked.has("oneTimePassword")).isFalse();
            }
            assertThat(office.tokens(person).access()).as("still theirs").isNotEmpty();
            var done = office.put(path, "");
            assertThat(done.path("oneTimePassword").asString()).isNotEmpty();
            assertThat(done.has("resetAskedBy")).isFalse();
            assertThat(office.browser().login(person.username(), person.password()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aMemberHasOneLogin() {
        var member = office.member(cooperative);
        var theirs = office.person(asBoard, "[\"MEMBER\"]", cooperative, member);
        var spare = UUID.randomUUID();
        Office.refused(
                office.call(
                        asBoard,
                        "PUT",
                        "/logins/" + spare,
                        Office.login(spare, "[\"MEMBER\"]", cooperative, member)),
                409,
                "member-has-a-login");
        var other = office.person(asBoard, "[\"CASHIER\"]", cooperative);
        Office.refused(
                office.call(
                        asBoard,
                        "PUT",
                        "/logins/" + other.id(),
                        Office.login(other.id(), "[\"CASHIER\", \"MEMBER\"]", cooperative, member)),
                409,
                "member-has-a-login");
        var lines = office.call("GET", "/audit?limit=1000&cooperativeId=" + cooperative).body();
        assertThat(lines).contains("MEMBER_BOUND", member.toString(), "Login " + theirs.id());
    }

    @Test
    void anOfficersLoginIsAMembersOnlyWhenASecondPersonConsents() {
        var cashier = office.settled(office.person(asBoard, "[\"CASHIER\"]", cooperative));
        var member = office.member(cooperative);
        var shown =
                office.put(
                        asBoard,
                        "/logins/" + cashier.id(),
                        Office.login(
                                cashier.id(), "[\"CASHIER\", \"MEMBER\"]", cooperative, member));
        assertThat(shown.path("awaitingConsent").toString()).isEqualTo("[\"MEMBER\"]");
        assertThat(shown.path("memberSince").asString()).isNotEmpty();
        var before = office.tokens(cashier).claims();
        assertThat(before.has("member_id")).isFalse();
        assertThat(before.path("roles").toString()).isEqualTo("[\"CASHIER\"]");
        refusedConsent(asBoard, cashier.id(), shown);
        consented(office.operator(), cashier.id(), shown);
        assertThat(office.tokens(cashier).claims().path("member_id").asString())
                .isEqualTo(member.toString());
    }
}
