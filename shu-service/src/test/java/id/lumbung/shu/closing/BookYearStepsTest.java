package id.lumbung.shu.closing;

import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static id.lumbung.shu.closing.FakeServices.CLINIC;
import static id.lumbung.shu.closing.FakeServices.OFFICE;
import static id.lumbung.shu.closing.FakeServices.PHARMACY;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.testkit.Audit;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.backbone.testkit.Topic;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Each step of a book year counts once and in its order, and is refused where it cannot be taken.
 */
@ServiceTest
@Import(FakeServices.class)
class BookYearStepsTest {

    @Autowired private RestTestClient board;
    @Autowired private MongoOperations mongo;
    @Autowired private BookYearStore store;

    private Meeting meeting;

    @BeforeEach
    void aCooperative() {
        meeting = new Meeting(board, OFFICE, PHARMACY);
    }

    @AfterEach
    void mend() {
        CLINIC.answers(200);
    }

    /** A service that is away keeps the books open and is named; then they close. */
    @Test
    void theBooksStayOpenWhileAGateIsShut() {
        var _ = meeting.member("2025-01-01");
        CLINIC.answers(503);
        assertThat(meeting.refused(2025, "closing", Map.of(), 409)).isEqualTo("gates-shut");
        assertThat(meeting.answer(2025, "closing", Map.of(), 409).path("detail").asString())
                .contains("CONTROL_TOTALS", "clinic");
        assertThat(meeting.year(2025, "").path("bookYear").path("state").asString())
                .isEqualTo("OPEN");
        CLINIC.answers(200);
        var closed = meeting.put(2025, "closing", Map.of()).path("bookYear");
        assertThat(closed.path("state").asString()).isEqualTo("BOOKS_CLOSED");
        assertThat(closed.path("gates").path("gates").findValuesAsString("name")).hasSize(7);
    }

    @Test
    void everyStepIsRefusedBeforeItsTurnAndCountsOnceAfter() {
        var a = meeting.member("2025-01-01");
        for (var i = 0; i < 3; i++) {
            var _ = meeting.member("2025-01-01");
        }
        meeting.tell(List.of(meeting.sale(a, 10_000, "2025-03-01T02:00:00Z")));
        assertThat(meeting.refused(2025, "proposal", Map.of(), 409)).isEqualTo("wrong-state");
        assertThat(meeting.refused(2025, "division", Map.of(), 409)).isEqualTo("wrong-state");
        assertThat(meeting.refused(2025, "resolution", meeting.resolution(1), 409))
                .isEqualTo("wrong-state");
        assertThat(meeting.refused(Meeting.thisYear(), "closing", Map.of(), 409))
                .isEqualTo("year-not-over");
        assertThat(meeting.refused(1492, "closing", Map.of(), 400)).isEqualTo("invalid");

        var closed = meeting.put(2025, "closing", Map.of()).toString();
        assertThat(meeting.put(2025, "closing", Map.of()).toString()).isEqualTo(closed);
        assertThat(meeting.refused(2025, "proposal", Map.of(), 409)).isEqualTo("no-policy");
        meeting.take(2025, "policy", Meeting.kdkmp());
        assertThat(meeting.refused(2025, "proposal", Map.of(), 422)).isEqualTo("no-figures");
        meeting.take(2025, "figures", Map.of("netSurplus", 100));
        var proposed = meeting.put(2025, "proposal", Map.of()).toString();
        assertThat(meeting.put(2025, "proposal", Map.of()).toString()).isEqualTo(proposed);

        assertThat(resolvedWith("present", 2)).isEqualTo("no-quorum");
        assertThat(resolvedWith("votesFor", 2)).isEqualTo("no-majority");
        assertThat(resolvedWith("present", 5)).isEqualTo("more-present-than-members");
        assertThat(resolvedWith("members", 3)).isEqualTo("register-differs");
        assertThat(resolvedWith("second", true)).isEqualTo("second-meeting-impossible");
        assertThat(resolvedWith("heldOn", "2026-01-31")).isEqualTo("meeting-date-impossible");
        assertThat(resolvedWith("reserveUsed", 1)).isEqualTo("reserve-out-of-range");
        assertThat(resolvedWith("funds", Map.of("RESERVE", 10_000))).isEqualTo("funds-differ");
        meeting.take(2025, "figures", Map.of("netSurplus", 200));
        assertThat(meeting.refused(2025, "resolution", meeting.resolution(1), 409))
                .isEqualTo("policy-outdated");
        meeting.take(2025, "proposal", Map.of());
        var approved = meeting.put(2025, "resolution", meeting.resolution(1)).toString();
        assertThat(meeting.put(2025, "resolution", meeting.resolution(1)).toString())
                .isEqualTo(approved);
        assertThat(meeting.refused(2025, "policy", Map.of("funds", Map.of("RESERVE", 10_000)), 409))
                .isEqualTo("frozen");
        assertThat(meeting.refused(2025, "figures", Map.of("netSurplus", 1), 409))
                .isEqualTo("frozen");
        assertThat(meeting.put(2025, "policy", Meeting.kdkmp()).toString()).isEqualTo(approved);

        assertThat(meeting.refused(2025, "division", Map.of(), 409)).isEqualTo("not-countersigned");
        meeting.countersign(2025);
        var divided = meeting.put(2025, "division", Map.of()).toString();
        assertThat(meeting.put(2025, "division", Map.of()).toString()).isEqualTo(divided);
        var fact = BookYearRecord.id(meeting.cooperative(), 2025).toString();
        assertThat(new Topic("shu").await(1, it -> it.key().equals(fact))).hasSize(1);
    }

    private String resolvedWith(String field, Object value) {
        var resolution = new LinkedHashMap<>(meeting.resolution(1));
        resolution.put(field, value);
        return meeting.refused(2025, "resolution", resolution, 422);
    }

    @Test
    void aLaterYearWaitsForEarlierBusiness() {
        var a = meeting.member("2024-01-01");
        meeting.tell(List.of(meeting.sale(a, 10_000, "2024-03-01T02:00:00Z")));
        assertThat(meeting.refused(2025, "closing", Map.of(), 409)).isEqualTo("earlier-year-open");
        meeting.take(2024, "closing", Map.of());
        meeting.take(2025, "closing", Map.of());
        meeting.take(2025, "policy", Meeting.kdkmp());
        meeting.take(2025, "figures", Map.of("netSurplus", 100));
        assertThat(meeting.refused(2025, "proposal", Map.of(), 409)).isEqualTo("earlier-year-open");
    }

    /** A step that cannot go on says so to whoever took it, and is not tried again for ever. */
    @Test
    void aClosingThatDoesNotFitIsRefusedAndTheYearStaysOpen() {
        var a = meeting.member("2025-01-01");
        meeting.tell(
                List.of(
                        meeting.deposit(
                                a,
                                SavingsKind.MANDATORY,
                                Long.MAX_VALUE / 2,
                                "2025-01-02T02:00:00Z")));
        assertThat(meeting.refused(2025, "closing", Map.of(), 422)).isEqualTo("too-large");
        var year = meeting.year(2025, "").path("bookYear");
        assertThat(year.path("state").asString()).isEqualTo("OPEN");
        assertThat(year.path("underWay").path("problem").asString()).startsWith("too-large");
        assertThat(store.underWay(100))
                .extracting(BookYearRecord::cooperativeId)
                .doesNotContain(meeting.cooperative());
        assertThat(meeting.refused(2025, "closing", Map.of(), 422)).isEqualTo("too-large");
    }

    /** The later year counts already what came late for the earlier one. */
    @Test
    void anEarlierYearDoesNotCloseAfterALaterOne() {
        var a = meeting.member("2023-01-01");
        meeting.tell(List.of(meeting.sale(a, 10_000, "2024-03-01T02:00:00Z")));
        meeting.take(2024, "closing", Map.of());
        assertThat(meeting.refused(2023, "closing", Map.of(), 409)).isEqualTo("later-year-closed");
        assertThat(meeting.year(2023, "").path("bookYear").path("state").asString())
                .isEqualTo("OPEN");
    }

    @Test
    void everyStepStandsOnceInTheAuditAndIsNotTakenWhereItCannot() {
        var a = meeting.member("2025-01-01");
        var b = meeting.member("2025-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 30_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(b, 10_000, "2025-03-01T02:00:00Z")));
        var audit = new Audit(mongo, meeting.cooperative());
        var cash = Map.of("method", "CASH", "at", Instant.now().toString());
        var steps = new LinkedHashMap<String, Map<String, ?>>();
        steps.put("policy", Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)));
        steps.put("figures", Map.of("netSurplus", 401));
        steps.put("closing", Map.of());
        steps.put("proposal", Map.of());
        steps.put("resolution", meeting.resolution(1));
        steps.put("division", Map.of());
        steps.put("payments/" + a, cash);
        steps.put("payments", cash);
        steps.put("settlement", Map.of());
        steps.forEach((step, body) -> {
            if (step.equals("division")) {
                meeting.countersign(2025);
            }
            var before = meeting.year(2025, "").toString();
            audit.fail();
            var _ = meeting.answer(2025, step, body, 500);
            assertThat(meeting.year(2025, "").toString()).as(step).isEqualTo(before);
            audit.mend();
            meeting.take(2025, step, body);
            meeting.take(2025, step, body);
        });
        assertThat(audit.actions())
                .containsExactly(
                        "POLICY_SET",
                        "FIGURES_SET",
                        "BOOKS_CLOSED",
                        "DIVISION_PROPOSED",
                        "RESOLUTION_RECORDED",
                        "RESOLUTION_COUNTERSIGNED",
                        "SURPLUS_DIVIDED",
                        "PAYMENT_RECORDED",
                        "PAYMENTS_RECORDED",
                        "BOOK_YEAR_SETTLED");
        Tokens.as(SUPERVISOR)
                .in(meeting.cooperative())
                .on(board)
                .get()
                .uri("/audit?cooperativeId={id}", meeting.cooperative())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].action")
                .isEqualTo("POLICY_SET")
                .jsonPath("$.items[0].subject")
                .isEqualTo("tester")
                .jsonPath("$.items[0].reason")
                .isEqualTo("Book year 2025")
                .jsonPath("$.items[7].about")
                .isEqualTo(a.toString());
    }

    @Test
    void aPolicyThatBreaksARuleIsRefusedByName() {
        var copied = new LinkedHashMap<>(Meeting.funds());
        copied.put("DEVELOPMENT", 500);
        assertThat(meeting.refused(2025, "policy", Map.of("funds", copied), 422))
                .isEqualTo("funds-not-whole");
        assertThat(
                        meeting.answer(2025, "policy", Map.of("funds", copied), 422)
                                .path("detail")
                                .asString())
                .contains("105.00 %")
                .contains("5.00 % too much");
        assertThat(
                        meeting.refused(
                                2025,
                                "policy",
                                Map.of("funds", Meeting.funds(), "totalTurnover", 5),
                                422))
                .isEqualTo("totals-are-computed");
        assertThat(
                        meeting.refused(
                                2025,
                                "policy",
                                Map.of("funds", Meeting.funds(), "capitalComponents", List.of()),
                                422))
                .isEqualTo("missing");
        assertThat(meeting.refused(2025, "figures", Map.of(), 422)).isEqualTo("no-figures");
        assertThat(
                        meeting.refused(
                                2025,
                                "figures",
                                "{\"expenses\":[{\"name\":\"a\",\"amount\":9223372036854775807},{\"name\":\"b\",\"amount\":9223372036854775807}]}",
                                422))
                .isEqualTo("too-large");
        assertThat(
                        meeting.refused(
                                2025, "figures", Map.of("netSurplus", 5, "memberSurplus", 6), 422))
                .isEqualTo("member-surplus-out-of-range");
    }
}
