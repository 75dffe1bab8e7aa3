package id.lumbung.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.lumbung.backbone.audit.AuditLine;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.Browser;
import id.lumbung.identity.Browser.Tokens;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import id.lumbung.identity.Office.Person;
import id.lumbung.identity.Phone;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People and their board see the phones that are logged in, and end one. */
@HostTest
class DevicesTest {

    private static final String NAME = "HP meja depan";

    @Autowired private Office office;
    @Autowired private AuditLog audit;

    private UUID cooperative;
    private Person cashier;
    private Phone phone;
    private Tokens tokens;

    @BeforeEach
    void aNamedPhone() {
        cooperative = office.cooperative();
        cashier = office.settled("[\"CASHIER\"]", cooperative);
        phone = office.phone();
        var login = phone.browser().login(cashier.username(), cashier.password());
        var answer = phone.exchange(login, NAME, phone.proof());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        tokens = Browser.read(answer);
    }

    private String path() {
        return "/logins/" + cashier.id() + "/devices";
    }

    private JsonNode seenBy(String token) {
        var answer = office.call(token, "GET", path(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Office.JSON.readTree(answer.body());
    }

    private void end(String token) {
        var answer = office.call(token, "DELETE", path() + "/" + phone.key().thumbprint(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(phone.refresh(tokens.refresh()).body()).contains("invalid_grant");
        assertThat(seenBy(token)).isEmpty();
        Office.refused(
                office.call(token, "DELETE", path() + "/" + phone.key().thumbprint(), ""),
                404,
                "no-such-device");
    }

    @Test
    void thePersonSeesTheirPhonesAndEndsOne() {
        var second = office.phone();
        var _ = second.tokens(cashier);
        var seen = seenBy(tokens.access());
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).path("jkt").asString()).isEqualTo(second.key().thumbprint());
        assertThat(seen.get(0).has("name") && !seen.get(0).path("name").isNull()).isFalse();
        assertThat(seen.get(1).path("name").asString()).isEqualTo(NAME);
        assertThat(seen.get(1).path("client").asString()).isEqualTo("lumbung-gerai");
        var answer =
                office.call(
                        tokens.access(), "DELETE", path() + "/" + second.key().thumbprint(), "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(seenBy(tokens.access())).hasSize(1);
        assertThat(phone.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void theBoardEndsAPhoneOfItsPeople() {
        end(office.tokens(office.settled("[\"BOARD\"]", cooperative)).access());
    }

    @Test
    void anOperatorEndsAPhone() {
        end(office.operator());
    }

    @Test
    void othersSeeNoDifferenceToALoginThatIsNotThere() {
        var other = office.tokens(office.settled("[\"BOARD\"]", office.cooperative())).access();
        var colleague = office.tokens(office.settled("[\"CASHIER\"]", cooperative)).access();
        var supervisor = office.tokens(office.settled("[\"SUPERVISOR\"]", cooperative)).access();
        var nowhere = "/logins/" + UUID.randomUUID() + "/devices";
        for (var token : new String[] {other, colleague, supervisor}) {
            Office.refused(office.call(token, "GET", path(), ""), 404, "no-such-login");
            Office.refused(office.call(token, "GET", nowhere, ""), 404, "no-such-login");
            Office.refused(
                    office.call(token, "DELETE", path() + "/" + phone.key().thumbprint(), ""),
                    404,
                    "no-such-login");
        }
        assertThat(phone.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void aLoginOnThePhoneAnewIsNoSecondPhone() {
        var again = phone.sharedWith(office.phone().browser()).tokens(cashier);
        assertThat(seenBy(again.access())).hasSize(1);
        end(again.access());
        assertThat(phone.refresh(again.refresh()).body()).contains("invalid_grant");
    }

    @Test
    void severalPeopleOfOnePhoneAreApart() {
        var colleague = office.settled("[\"PHARMACIST\"]", cooperative);
        var theirs = phone.sharedWith(office.phone().browser()).tokens(colleague);
        end(office.operator());
        assertThat(phone.refresh(theirs.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevocationEndsThePhonesForGood() {
        var login = "/logins/" + cashier.id() + "/revocation";
        office.put(login, "");
        assertThat(seenBy(office.operator())).isEmpty();
        assertThat(office.call("DELETE", login).statusCode()).isEqualTo(200);
        assertThat(seenBy(office.operator())).isEmpty();
        assertThat(phone.refresh(tokens.refresh()).body()).contains("invalid_grant");
    }

    @Test
    void aNameIsShortAndVisible() {
        for (var name : new String[] {"x".repeat(61), "a\u202eb", "a\nb"}) {
            var other = office.phone();
            var login = other.browser().login(cashier.username(), cashier.password());
            var answer = other.exchange(login, name, other.proof());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("invalid_request", "device_name");
        }
    }

    @Test
    void whatIsDoneToPhonesStandsInTheAuditWithTheirKeyAndNoName() {
        end(office.operator());
        var lines =
                audit.about(cooperative, cashier.id().toString(), 100).stream()
                        .filter(line -> line.action().startsWith("DEVICE_"))
                        .toList();
        assertThat(lines)
                .extracting(AuditLine::action, AuditLine::subject, AuditLine::reason)
                .containsExactly(
                        tuple("DEVICE_ENDED", Office.OPERATOR.toString(), phone.key().thumbprint()),
                        tuple(
                                "DEVICE_ENROLLED",
                                cashier.id().toString(),
                                phone.key().thumbprint()));
        assertThat(lines.toString()).doesNotContain(NAME, cashier.username());
    }
}
