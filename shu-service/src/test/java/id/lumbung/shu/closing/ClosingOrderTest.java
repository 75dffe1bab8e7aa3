package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which year is closed when, by whom, and how a closing is taken back. */
@ServiceTest
@Import(FakeServices.class)
class ClosingOrderTest {

    @Autowired private RestTestClient board;
    @Autowired private BookYearStore store;
    @Autowired private MongoOperations mongo;
    @Autowired private Clock clock;

    private Meeting meeting;
    private UUID sari;

    @BeforeEach
    void aVillage() {
        meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        sari = meeting.member("2024-01-01");
        meeting.tell(List.of(meeting.sale(sari, 30_000, "2025-03-01T02:00:00Z")));
    }

    @Test
    void aYearBeforeTheFirstFactIsNotClosed() {
        assertThat(meeting.refused(1999, "closing", Map.of(), 409))
                .isEqualTo("year-before-first-fact");
        assertThat(meeting.year(1999, "").at("/bookYear/state").asString()).isEqualTo("OPEN");
    }

    @Test
    void aClosingIsTakenBackWhileNothingIsProposed() {
        meeting.take(2025, "closing", Map.of());
        meeting.tell(List.of(meeting.sale(sari, 700, "2025-04-01T02:00:00Z")));
        assertThat(meeting.delete(2025, "closing", 200).at("/bookYear/state").asString())
                .isEqualTo("OPEN");
        meeting.take(2025, "closing", Map.of());
        assertThat(meeting.year(2025, "").at("/bookYear/books/business").asLong())
                .isEqualTo(30_700);
        meeting.take(
                2025, "policy", Map.of("preset", "textbook", "funds", Map.of("RESERVE", 10_000)));
        meeting.take(2025, "figures", Map.of("netSurplus", 1));
        meeting.take(2025, "proposal", Map.of());
        assertThat(meeting.delete(2025, "closing", 409).path("type").asString()).endsWith("frozen");
    }

    @Test
    void aClosingIsNotTakenBackOnceALaterYearIsClosed() {
        meeting.take(2024, "closing", Map.of());
        meeting.take(2025, "closing", Map.of());
        assertThat(meeting.delete(2024, "closing", 409).path("type").asString())
                .endsWith("later-year-closed");
    }

    @Test
    void aYearThatHasNotBegunHasNoEstimate() {
        assertThat(meeting.refusedToShow(2200, "/members/%s/explanation".formatted(sari), 409))
                .isEqualTo("year-not-begun");
    }

    @Test
    void aLongStepIsOneInstancesUntilItDies() {
        var begun =
                store.save(
                        BookYearRecord.open(UUID.randomUUID(), 2025)
                                .countersigned(Instant.now(), new Actor("anybody", null)));
        var one = new StepClaims(mongo, clock);
        var later = new StepClaims(mongo, Clock.offset(clock, StepClaims.LASTS.plusSeconds(1)));
        var other = new StepClaims(mongo, clock);
        assertThat(one.claim(begun)).isTrue();
        assertThat(one.claim(begun)).isTrue();
        assertThat(other.claim(begun)).isFalse();
        assertThat(later.claim(begun)).isTrue();
        assertThat(one.claim(begun)).isFalse();
        later.release(begun.id());
        assertThat(other.claim(begun)).isTrue();
    }
}
