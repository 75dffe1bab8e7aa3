package id.lumbung.membership;

import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.backbone.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A cooperative's office, as tests speak to it over HTTP. */
record Office(RestTestClient http, RestTestClient operator, UUID cooperative) {

    private static final String REASON = "{\"reason\": \"Salah tulis\"}";

    Office(RestTestClient anybody, UUID cooperative) {
        this(
                Tokens.as(BOARD).in(cooperative).on(anybody),
                Tokens.as(OPERATOR).on(anybody),
                cooperative);
    }

    /** What was answered. */
    record Answer(int status, String contentType, String body) {

        @CanIgnoreReturnValue
        Answer ok() {
            assertThat(status).as(body).isEqualTo(200);
            return this;
        }

        @CanIgnoreReturnValue
        Answer refused(int status, String rule) {
            assertThat(this.status).as(body).isEqualTo(status);
            assertThat(contentType).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            assertThat(body)
                    .contains("\"type\":\"urn:lumbung:" + rule + "\"")
                    .contains("\"status\":" + status, "\"title\":", "\"detail\":", "\"instance\":")
                    .doesNotContain("Exception", "id.lumbung", "java.");
            return this;
        }
    }

    /** The office of a cooperative that is registered for this test. */
    static Office opened(RestTestClient http, String zone) {
        var office = new Office(http, UUID.randomUUID());
        office.register("KDMP Tambong", "35.10.14.2014", zone).ok();
        return office;
    }

    static Office opened(RestTestClient http) {
        return opened(http, "WIB");
    }

    Answer register(String name, String villageCode, String zone) {
        return putAsOperator(
                "/cooperatives/" + cooperative,
                """
                {"name": "%s", "villageCode": "%s", "kind": "VILLAGE", "zone": "%s"}\
                """
                        .formatted(name, villageCode, zone));
    }

    /** What only operators may do. */
    Answer putAsOperator(String path, String body) {
        return put(operator, path, body);
    }

    Answer open(UUID outlet, String kind, String name) {
        return put(
                "/outlets/" + outlet,
                """
                {"cooperativeId": "%s", "kind": "%s", "name": "%s"}\
                """
                        .formatted(cooperative, kind, name));
    }

    Answer admit(UUID member, String name, LocalDate on) {
        return put(
                "/members/" + member,
                """
                {"cooperativeId": "%s", "kind": "ORDINARY", "name": "%s", "joinedOn": "%s"}\
                """
                        .formatted(cooperative, name, on));
    }

    /** A member who joined on 5 January 2026. */
    UUID member() {
        var member = UUID.randomUUID();
        admit(member, "Made Sutrisna", LocalDate.of(2026, 1, 5)).ok();
        return member;
    }

    Answer leave(UUID member, LocalDate on) {
        return put(
                "/members/" + member + "/leaving",
                """
                {"on": "%s", "reason": "REQUEST"}\
                """
                        .formatted(on));
    }

    Answer annulLeaving(UUID member, String leaving) {
        return put("/members/" + member + "/leavings/" + leaving + "/annulment", REASON);
    }

    Answer leaveAgain(UUID member, UUID leaving, LocalDate on) {
        return put(
                "/members/" + member + "/leavings/" + leaving,
                """
                {"on": "%s", "reason": "REQUEST"}\
                """
                        .formatted(on));
    }

    Answer readmit(UUID member, UUID membership, String kind, LocalDate on) {
        return put(
                "/members/" + member + "/memberships/" + membership,
                """
                {"kind": "%s", "joinedOn": "%s"}\
                """
                        .formatted(kind, on));
    }

    Answer correct(UUID member, UUID membership, UUID correction, String kind, LocalDate on) {
        return put(
                "/members/" + member + "/memberships/" + membership + "/corrections/" + correction,
                """
                {"kind": "%s", "joinedOn": "%s", "reason": "Salah tulis"}\
                """
                        .formatted(kind, on));
    }

    Answer reverse(String what, UUID id) {
        return put("/" + what + "/" + id + "/reversal", REASON);
    }

    Answer deposit(UUID id, UUID member, String kind, long amount, String at) {
        return put("/deposits/" + id, slip(member, kind, amount, at));
    }

    Answer withdraw(UUID id, UUID member, String kind, long amount, String at) {
        return put("/withdrawals/" + id, slip(member, kind, amount, at));
    }

    private String slip(UUID member, String kind, long amount, String at) {
        return """
        {"cooperativeId": "%s", "memberId": "%s", "kind": "%s", "amount": %d, "at": "%s"}\
        """
                .formatted(cooperative, member, kind, amount, Instant.parse(at));
    }

    Answer put(String path, String body) {
        return put(http, path, body);
    }

    /** What only operators may see. */
    Answer getAsOperator(String path) {
        return answer(operator.get().uri(path).exchange());
    }

    private static Answer put(RestTestClient http, String path, String body) {
        return answer(
                http.put().uri(path).contentType(MediaType.APPLICATION_JSON).body(body).exchange());
    }

    Answer post(String path, String body) {
        return answer(
                http.post()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .exchange());
    }

    Answer get(String path, Object... variables) {
        return answer(http.get().uri(path, variables).exchange());
    }

    private static Answer answer(ResponseSpec response) {
        var result = response.expectBody().returnResult();
        var body = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                String.valueOf(result.getResponseHeaders().getContentType()),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }
}
