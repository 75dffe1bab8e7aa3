package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.shu.account.AccountFreezing;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.measure.MeasuredAccounts;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.FrozenSums;
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

/** A process that stalls while it freezes a year, and goes on when others have long moved on. */
@ServiceTest
@Import(FakeServices.class)
class StalledClosingTest {

    @Autowired private RestTestClient board;
    @Autowired private LongSteps steps;
    @Autowired private AccountFreezing freezing;
    @Autowired private BookYears bookYears;
    @Autowired private MeasuredAccounts accounts;
    @Autowired private MongoOperations mongo;

    private Meeting meeting;
    private UUID sari;

    @BeforeEach
    void aVillage() {
        meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        sari = meeting.member("2024-01-01");
        meeting.tell(List.of(meeting.sale(sari, 10_000, "2025-03-01T02:00:00Z")));
    }

    /** All that a stalled process wrote, or has yet to write, of an attempt that is over. */
    private void wakes() {
        var _ =
                freezing.freeze(
                        meeting.cooperative(),
                        bookYears.of(meeting.cooperative(), 2025),
                        List.of(),
                        new FrozenSums());
    }

    private long frozenBusiness() {
        return meeting.year(2025, "").at("/bookYear/books/business").asLong();
    }

    private List<UUID> frozenMembers() {
        return accounts.accounts(meeting.cooperative(), 2025, null, 10).stream()
                .map(MemberAccount::memberId)
                .toList();
    }

    @Test
    void whoFinishesAClosingLateAddsNothing() {
        var lagging =
                BookYearRecord.open(meeting.cooperative(), 2025)
                        .begin(
                                BookYearRecord.State.BOOKS_CLOSED,
                                Instant.EPOCH,
                                Actor.UNKNOWN,
                                null);
        var closed = meeting.put(2025, "closing", Map.of()).path("bookYear");
        var late = meeting.member("2024-01-01");
        meeting.tell(List.of(meeting.sale(late, 10_000, "2025-04-01T02:00:00Z")));
        assertThat(steps.advance(lagging).state()).isEqualTo(BookYearRecord.State.BOOKS_CLOSED);
        assertThat(closed.path("books").path("members").asLong()).isOne();
        assertThat(frozenMembers()).containsExactly(sari);
        assertThat(stored()).as("what came too late is forgotten").isOne();
    }

    /** The new attempt must not find, and keep, what the old one counted. */
    @Test
    void wakingWhileTheBooksAreOpenAgainLeavesTheNextClosingAlone() {
        meeting.take(2025, "closing", Map.of());
        assertThat(meeting.delete(2025, "closing", 200).at("/bookYear/state").asString())
                .isEqualTo("OPEN");
        wakes();
        meeting.tell(List.of(meeting.sale(sari, 700, "2025-04-01T02:00:00Z")));
        meeting.take(2025, "closing", Map.of());
        assertThat(frozenBusiness()).isEqualTo(10_700);
        assertThat(frozenMembers()).containsExactly(sari);
        dividesAsFrozen(10_700);
    }

    /** What it adds beside what is frozen is nobody's account. */
    @Test
    void wakingAfterTheNextClosingAddsNothingBesideIt() {
        meeting.take(2025, "closing", Map.of());
        assertThat(meeting.delete(2025, "closing", 200).at("/bookYear/state").asString())
                .isEqualTo("OPEN");
        meeting.take(2025, "closing", Map.of());
        var late = meeting.member("2024-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(late, 90_000, "2025-04-01T02:00:00Z"),
                        meeting.sale(null, 5_000, "2025-04-01T02:00:00Z")));
        wakes();
        assertThat(frozenBusiness()).isEqualTo(10_000);
        assertThat(frozenMembers()).containsExactly(sari);
        dividesAsFrozen(10_000);
        assertThat(stored()).as("only what counts is kept of a divided year").isOne();
    }

    private void dividesAsFrozen(long business) {
        meeting.approve(
                2025,
                Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)),
                Map.of("netSurplus", 1_000));
        var divided = meeting.put(2025, "division", Map.of()).path("bookYear");
        assertThat(divided.at("/division/business").asLong()).isEqualTo(business);
        assertThat(divided.at("/division/toMembers").asLong()).isEqualTo(1_000);
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
    }

    private long stored() {
        return mongo.getCollection("memberAccounts")
                .countDocuments(Filters.eq("cooperativeId", meeting.cooperative()));
    }
}
