package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What takes back counts as what it takes back counts: same member, same class, same year. */
@ServiceTest
@Import(FakeServices.class)
class ReturnsTest {

    private static final Map<String, ?> ALL_TO_PATRONAGE =
            Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000));

    @Autowired private RestTestClient board;

    private Meeting meeting;
    private UUID budi;
    private UUID wati;

    @BeforeEach
    void aMemberAllYear() {
        meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        budi = meeting.member("2024-01-01");
        meeting.tell(List.of(meeting.sale(budi, 1_000_000, "2025-03-01T02:00:00Z")));
    }

    private void divide() {
        meeting.approve(2025, ALL_TO_PATRONAGE, Map.of("netSurplus", 1_000_000));
        meeting.take(2025, "division", Map.of());
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
    }

    private JsonNode explained(int year, UUID member) {
        return meeting.year(year, "/members/%s/explanation".formatted(member));
    }

    private long total(UUID member) {
        return explained(2025, member).path("total").asLong();
    }

    @Test
    void whoBuysAndLeavesAndBringsBackGetsNothing() {
        wati = meeting.member("2024-05-01");
        var sale = meeting.sale(wati, 1_000_000, "2025-06-01T02:00:00Z");
        // The return is read before the sale that it takes back.
        meeting.tell(List.of(meeting.bringBack(sale, 1_000_000, "2025-06-12T02:00:00Z")));
        meeting.tell(List.of(sale));
        meeting.tell(List.of(meeting.leaves(wati, "2025-06-10")));
        divide();
        assertThat(total(budi)).isEqualTo(1_000_000);
        var business = explained(2025, wati).path("business");
        assertThat(business.path("counted").asLong()).isZero();
        assertThat(business.path("inYear").asLong()).isZero();
        assertThat(business.path("outsideMembership").asLong()).isZero();
        assertThat(business.path("shortfall").asLong()).isZero();
    }

    @Test
    void whoJoinsAndBringsBackWhatWasBoughtBeforeLosesNothing() {
        wati = meeting.member("2025-03-01");
        var before = meeting.sale(wati, 500_000, "2025-02-28T02:00:00Z");
        meeting.tell(
                List.of(
                        before,
                        meeting.bringBack(before, 500_000, "2025-03-02T02:00:00Z"),
                        meeting.sale(wati, 300_000, "2025-05-01T02:00:00Z")));
        divide();
        var business = explained(2025, wati).path("business");
        assertThat(business.path("counted").asLong()).isEqualTo(300_000);
        assertThat(business.path("beforeJoining").asLong()).isZero();
        assertThat(total(budi)).isEqualTo(769_230);
        assertThat(total(wati)).isEqualTo(230_769);
        assertThat(meeting.year(2025, "").at("/bookYear/division/remainder").asLong()).isOne();
    }

    @Test
    void whatIsBroughtBackAfterNewYearCountsInTheYearOfItsSaleWhileThatIsOpen() {
        wati = meeting.member("2024-05-01");
        var sale = meeting.sale(wati, 400_000, "2025-12-31T02:00:00Z");
        meeting.tell(List.of(sale, meeting.bringBack(sale, 400_000, "2026-01-02T02:00:00Z")));
        divide();
        assertThat(total(budi)).isEqualTo(1_000_000);
        assertThat(explained(2025, wati).path("business").path("counted").asLong()).isZero();
        assertThat(explained(2026, wati).path("business").path("shortfall").asLong()).isZero();
    }

    /** Nothing goes through the back door into a year that is closed. */
    @Test
    void whatIsBroughtBackAfterTheClosingIsAnAdjustmentOfTheNextYear() {
        wati = meeting.member("2024-05-01");
        var sale = meeting.sale(wati, 400_000, "2025-12-20T02:00:00Z");
        meeting.tell(List.of(sale));
        divide();
        var closed = meeting.year(2025, "").toString();
        var statement = explained(2025, wati).toString();
        meeting.tell(
                List.of(
                        meeting.bringBack(sale, 100_000, "2026-03-02T02:00:00Z"),
                        meeting.bringBack(sale, 50_000, "2025-12-30T02:00:00Z"),
                        meeting.sale(wati, 700_000, "2026-03-03T02:00:00Z")));
        assertThat(meeting.year(2025, "").toString()).isEqualTo(closed);
        assertThat(explained(2025, wati).toString()).isEqualTo(statement);
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
        var next = explained(2026, wati).path("business");
        assertThat(next.path("adjustments").asLong()).isEqualTo(-150_000);
        assertThat(next.path("counted").asLong()).isEqualTo(550_000);
        assertThat(next.path("late").findValuesAsString("on"))
                .containsExactlyInAnyOrder("2026-03-02", "2025-12-30");
    }

    @Test
    void aYearThatNetsToNothingIsClosedAndItsAccountsAreThere() {
        var alone = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        var sari = alone.member("2024-01-01");
        var sale = alone.sale(sari, 50_000, "2025-04-01T02:00:00Z");
        alone.tell(List.of(sale, alone.bringBack(sale, 50_000, "2025-04-02T02:00:00Z")));
        alone.approve(2025, ALL_TO_PATRONAGE, Map.of("netSurplus", 1_000));
        var division = alone.put(2025, "division", Map.of()).at("/bookYear/division");
        assertThat(division.path("entitled").asLong()).isZero();
        assertThat(division.path("toReserve").asLong()).isEqualTo(1_000);
        var entries = alone.year(2025, "/members/%s/explanation/entries".formatted(sari));
        assertThat(entries.findValuesAsString("as"))
                .containsExactlyInAnyOrder("MEMBERSHIP", "BUSINESS", "BUSINESS");
        assertThat(alone.year(2026, "").at("/bookYear/state").asString()).isEqualTo("OPEN");
    }
}
