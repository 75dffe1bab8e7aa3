package id.lumbung.shu.journal;

import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static id.lumbung.shu.journal.ToldRecords.PHARMACY;
import static id.lumbung.shu.journal.ToldRecords.poison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.testkit.Audit;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;
import tools.jackson.databind.JsonNode;

@ServiceTest
class DeadLetterDecisionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOT_OURS =
            "{\"decision\": \"NOT_OURS\", \"reason\": \"A record of a load test\"}";

    @Autowired private RestTestClient operator;
    @Autowired private MongoOperations mongo;
    private OpenLetters letters;

    @BeforeEach
    void logIn() {
        operator = Tokens.as(OPERATOR).on(operator);
        letters = new OpenLetters(operator);
    }

    @Test
    void aDeadLetterThatIsRefusedStillStaysOpenWithItsCause() {
        var id = letter("");
        var audit = new Audit(mongo, AuditLog.PLATFORM);
        audit.fail();
        operator.post()
                .uri("/dead-letters/{id}/replay", id)
                .exchange()
                .expectStatus()
                .isEqualTo(500);
        audit.mend();
        assertThat(get("/dead-letters/" + id).path("attempts").asInt()).isZero();
        operator.post()
                .uri("/dead-letters/{id}/replay", id)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:lumbung:still-refused");
        assertThat(get("/dead-letters/" + id).path("attempts").asInt()).isEqualTo(1);
        var lines = get("/audit?limit=1000&cooperativeId=" + AuditLog.PLATFORM).path("items");
        assertThat(lines.valueStream())
                .as("its value does not say whose it is")
                .filteredOn(line -> line.path("about").asString().equals(id))
                .filteredOn(
                        line -> !line.path("action").asString().equals("DEAD_LETTER_VALUE_READ"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.path("action").asString())
                                .isEqualTo("DEAD_LETTER_REPLAYED"));
    }

    @Test
    void twoPersonsDecideThatNothingIsToBeMadeOfADeadLetter() {
        var id = letter("");
        var second = Tokens.as(OPERATOR).with("sub", "another-operator").on(operator);
        consent(second, id).isEqualTo(409);
        decide(operator, id, "{\"decision\": \"NOT_OURS\"}").isEqualTo(400);
        decide(operator, id, NOT_OURS).isOk();
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("OPEN");
        consent(operator, id).isEqualTo(409);
        consent(second, id).isOk();
        var decided = get("/dead-letters/" + id);
        assertThat(decided.path("state").asString()).isEqualTo("DECIDED");
        assertThat(decided.path("decision").path("consentBy").asString())
                .isEqualTo("another-operator");
        decide(operator, id, NOT_OURS).isEqualTo(409);
        operator.delete().uri("/dead-letters/{id}/decision", id).exchange().expectStatus().isOk();
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("OPEN");
        assertThat(new Audit(mongo, AuditLog.PLATFORM).actions())
                .contains("DEAD_LETTER_DECIDED", "DEAD_LETTER_CONSENTED", "DEAD_LETTER_REOPENED");
    }

    @Test
    void aSupervisorAgreesToWhatWasDecidedOfALetterOfTheirOwnCooperative() {
        var cooperative = UUID.randomUUID();
        var id = letter("\"cooperativeId\": \"" + cooperative + "\", ");
        var own = Tokens.as(SUPERVISOR).in(cooperative).with("sub", "supervisor").on(operator);
        var anothers = Tokens.as(SUPERVISOR).in(UUID.randomUUID()).on(operator);
        decide(own, id, NOT_OURS).isForbidden();
        consent(own, id).isEqualTo(409);
        decide(operator, id, NOT_OURS).isOk();
        look(anothers, id).isNotFound();
        consent(anothers, id).isNotFound();
        list(anothers, cooperative).isForbidden();
        look(own, id).isOk();
        list(own, cooperative).isOk();
        own.get().uri("/dead-letters").exchange().expectStatus().isBadRequest();
        own.get().uri("/dead-letters/{id}/value", id).exchange().expectStatus().isForbidden();
        consent(own, id).isOk();
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("DECIDED");
        assertThat(new Audit(mongo, cooperative).actions())
                .contains("DEAD_LETTER_DECIDED", "DEAD_LETTER_CONSENTED");
    }

    @Test
    void whoDecidedAsOperatorDoesNotAgreeAsSupervisor() {
        var cooperative = UUID.randomUUID();
        var id = letter("\"cooperativeId\": \"" + cooperative + "\", ");
        var both = Tokens.as(OPERATOR, SUPERVISOR).in(cooperative).with("sub", "one-person");
        decide(both.on(operator), id, NOT_OURS).isOk();
        var supervisor = Tokens.as(SUPERVISOR).in(cooperative).with("sub", "one-person");
        consent(both.on(operator), id).isEqualTo(409);
        consent(supervisor.on(operator), id).isEqualTo(409);
        assertThat(get("/dead-letters/" + id).path("state").asString()).isEqualTo("OPEN");
    }

    @Test
    void aLetterThatNamesNoCooperativeIsForOperatorsAlone() {
        var id = letter("");
        decide(operator, id, NOT_OURS).isOk();
        var supervisor = Tokens.as(SUPERVISOR).in(UUID.randomUUID()).on(operator);
        look(supervisor, id).isNotFound();
        consent(supervisor, id).isNotFound();
    }

    /** The id of a new dead letter, as operators see it. */
    private String letter(String content) {
        var marker = UUID.randomUUID().toString();
        var value = "{" + content + "\"letter\": \"" + marker + "\"}";
        PHARMACY.send(List.of(poison("HarvestBought", value)));
        return await().atMost(PATIENCE)
                .until(() -> letters.idOf(marker), found -> !found.isEmpty());
    }

    private JsonNode get(String path) {
        return letters.get(path);
    }

    private static StatusAssertions look(RestTestClient by, String id) {
        return by.get().uri("/dead-letters/{id}", id).exchange().expectStatus();
    }

    private static StatusAssertions list(RestTestClient by, UUID cooperative) {
        return by.get()
                .uri("/dead-letters?cooperativeId={cooperative}", cooperative)
                .exchange()
                .expectStatus();
    }

    private static StatusAssertions decide(RestTestClient by, String id, String body) {
        return by.put()
                .uri("/dead-letters/{id}/decision", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus();
    }

    private static StatusAssertions consent(RestTestClient by, String id) {
        return by.put().uri("/dead-letters/{id}/decision/consent", id).exchange().expectStatus();
    }
}
