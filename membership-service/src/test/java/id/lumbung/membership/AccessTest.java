package id.lumbung.membership;

import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.AccessTests;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Village;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class AccessTest implements AccessTests {

    private static final String COOPERATIVE =
            "{\"name\": \"KDMP Tambong\", \"villageCode\": \"35.10.14.2014\", \"kind\": \"VILLAGE\", \"zone\": \"WIB\"}";
    private static final String REASON = "{\"reason\": \"Permintaan anggota\"}";
    private static final String MEMBERSHIP =
            "{\"kind\": \"ORDINARY\", \"joinedOn\": \"2026-01-05\"}";
    private static final String LEAVING = "{\"on\": \"2026-06-01\", \"reason\": \"REQUEST\"}";

    @Autowired private ApplicationContext context;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public Village settle(Http http, Village village) {
        var deposit = UUID.randomUUID();
        var withdrawal = UUID.randomUUID();
        var outlet =
                "{\"cooperativeId\": \"%s\", \"kind\": \"PHARMACY\", \"name\": \"Apotek\"}"
                        .formatted(village.cooperative());
        var member =
                "{\"cooperativeId\": \"%s\", \"kind\": \"ORDINARY\", \"name\": \"Made\", \"joinedOn\": \"2026-01-05\"}"
                        .formatted(village.cooperative());
        var board = village.as(BOARD).token();
        ok(
                http,
                "/cooperatives/" + village.cooperative(),
                COOPERATIVE,
                village.as(OPERATOR).token());
        ok(http, "/outlets/" + village.outlet(), outlet, board);
        ok(http, "/members/" + village.member(), member, board);
        ok(http, "/deposits/" + deposit, slip(village, 5_000), board);
        ok(http, "/withdrawals/" + withdrawal, slip(village, 1_000), board);
        var cashier = UUID.randomUUID();
        var login =
                "{\"username\": \"c-%s\", \"roles\": [\"CASHIER\"], \"cooperativeId\": \"%s\"}"
                        .formatted(cashier, village.cooperative());
        ok(http, "/logins/" + cashier, login, board);
        var credentials = "/outlets/" + village.outlet() + "/credentials";
        assertThat(http.ask(new Asked("POST", credentials, "", "application/json"), board).status())
                .isEqualTo(200);
        return village.sending("PUT /cooperatives/{id}", COOPERATIVE)
                .having(
                        cashier,
                        "PUT /logins/{id}",
                        "PUT /logins/{id}/consent",
                        "PUT /logins/{id}/password-reset",
                        "PUT /logins/{id}/unlock",
                        "PUT /logins/{id}/revocation",
                        "DELETE /logins/{id}/revocation")
                .sending("PUT /logins/{id}", login)
                .sending("PUT /logins/{id}/consent", "{\"version\": 0}")
                .having(
                        village.member(),
                        "PUT /members/{id}/person",
                        "GET /members/{id}/personal-data",
                        "POST /members/{id}/personal-data")
                .sending(
                        "PUT /members/{id}/person",
                        "{\"name\": \"Made\", \"reason\": \"Salah tulis\"}")
                .sending("POST /members/{id}/personal-data", REASON)
                .sending("POST /members/{id}/nik", REASON)
                .sending("PUT /members/{id}/erasure", REASON)
                .having(village.outlet(), "PUT /outlets/{id}")
                .sending("PUT /outlets/{id}", outlet)
                .having(
                        village.member(),
                        "GET /members/{id}",
                        "PUT /members/{id}",
                        "PUT /members/{id}/leaving")
                .sending("PUT /members/{id}/leavings/{leavingId}", LEAVING)
                .sending("PUT /members/{id}/leavings/{leavingId}/annulment", REASON)
                .sending("PUT /members/{id}/memberships/{membershipId}", MEMBERSHIP)
                .sending(
                        "PUT /members/{id}/memberships/{membershipId}/corrections/{correctionId}",
                        MEMBERSHIP.replace("}", ", \"reason\": \"Salah tulis\"}"))
                .having(deposit, "PUT /deposits/{id}/reversal")
                .sending("PUT /deposits/{id}/reversal", REASON)
                .having(withdrawal, "PUT /withdrawals/{id}/reversal")
                .sending("PUT /withdrawals/{id}/reversal", REASON)
                .sending("PUT /members/{id}", member)
                .sending("PUT /members/{id}/leaving", LEAVING)
                .having(deposit, "PUT /deposits/{id}")
                .sending("PUT /deposits/{id}", slip(village, 5_000))
                .having(withdrawal, "PUT /withdrawals/{id}")
                .sending("PUT /withdrawals/{id}", slip(village, 1_000));
    }

    private static void ok(Http http, String path, String body, String token) {
        var answer = http.ask(Asked.put(path, body), token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String slip(Village village, long amount) {
        return """
        {"cooperativeId": "%s", "memberId": "%s", "kind": "VOLUNTARY", "amount": %d, "at": "2026-02-01T03:00:00Z"}\
        """
                .formatted(village.cooperative(), village.member(), amount);
    }

    @Test
    void anotherCooperativesMemberIsNotKnownAtTheSavingsDesk() {
        try (var http = new Http(context)) {
            var ours = settle(http, Village.unsettled());
            var theirs = settle(http, Village.unsettled());
            var body =
                    slip(ours, 5_000).replace(ours.member().toString(), theirs.member().toString());
            for (var desk : new String[] {"/deposits/", "/withdrawals/"}) {
                var answer =
                        http.ask(Asked.put(desk + UUID.randomUUID(), body), ours.as(BOARD).token());
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body()).contains("no-such-member");
            }
        }
    }
}
