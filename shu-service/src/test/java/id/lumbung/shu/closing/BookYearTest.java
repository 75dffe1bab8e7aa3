package id.lumbung.shu.closing;

import static id.lumbung.shu.closing.FakeServices.CLINIC;
import static id.lumbung.shu.closing.FakeServices.OFFICE;
import static id.lumbung.shu.closing.FakeServices.PHARMACY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.shu.closing.record.BookYearStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A book year from its facts to the last rupiah, as a board takes it. */
@ServiceTest
@Import(FakeServices.class)
class BookYearTest {

    @Autowired private RestTestClient board;
    @Autowired private BookYearStore store;
    @Autowired private MongoOperations mongo;

    private Meeting meeting;

    @BeforeEach
    void aCooperative() {
        meeting = new Meeting(board, OFFICE, PHARMACY);
    }

    @AfterEach
    void mend() {
        CLINIC.answers(200);
    }

    /** The constructed case of a village cooperative: 50 m, a fifth of it from non-members. */
    @Test
    void theConstructedVillageComesOutToTheRupiah() {
        var a = meeting.member("2024-06-01");
        var b = meeting.member("2024-06-01");
        var c = meeting.member("2024-06-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 3_000_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(b, 1_000_000, "2025-04-01T02:00:00Z"),
                        meeting.sale(null, 2_500_000, "2025-04-01T02:00:00Z"),
                        meeting.deposit(a, SavingsKind.PRINCIPAL, 100_000, "2024-06-01T02:00:00Z"),
                        meeting.deposit(b, SavingsKind.PRINCIPAL, 100_000, "2024-06-01T02:00:00Z"),
                        meeting.deposit(c, SavingsKind.PRINCIPAL, 100_000, "2024-06-01T02:00:00Z"),
                        meeting.deposit(a, SavingsKind.MANDATORY, 120_000, "2024-12-31T02:00:00Z"),
                        meeting.deposit(b, SavingsKind.MANDATORY, 60_000, "2024-12-31T02:00:00Z")));
        var policy = new LinkedHashMap<String, Object>(Meeting.kdkmp());
        policy.put("capitalComponents", List.of("PRINCIPAL", "MANDATORY"));
        meeting.approve(
                2025, policy, Map.of("netSurplus", 50_000_000, "memberSurplus", 40_000_000));
        var divided = meeting.put(2025, "division", Map.of()).path("bookYear");

        var division = divided.path("division");
        assertThat(divided.path("state").asString()).isEqualTo("DIVIDED");
        assertThat(division.path("villageShare").asLong()).isEqualTo(10_000_000);
        assertThat(division.path("funds").toString())
                .isEqualTo(
                        "{\"RESERVE\":17600000,\"PATRONAGE\":11200000,\"CAPITAL\":4800000,\"MANAGEMENT\":1600000,\"STAFF\":1600000,\"EDUCATION\":1600000,\"SOCIAL\":1600000}");
        assertThat(total(a)).isEqualTo(10_600_000);
        assertThat(total(b)).isEqualTo(4_400_000);
        assertThat(total(c)).isEqualTo(1_000_000);
        assertThat(division.path("remainder").asLong()).isZero();
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();

        var explanation = meeting.year(2025, "/members/%s/explanation".formatted(a));
        assertThat(explanation.path("label").asString()).isEqualTo("DIVIDED");
        assertThat(explanation.path("patronage").toString())
                .isEqualTo(
                        "{\"numerator\":3000000,\"denominator\":4000000,\"pool\":11200000,\"exact\":\"8400000.00\",\"part\":8400000}");
        assertThat(explanation.path("returnOnCapital").path("part").asLong()).isEqualTo(2_200_000);
        var entries = meeting.year(2025, "/members/%s/explanation/entries".formatted(a));
        assertThat(entries.path("items").findValuesAsString("as"))
                .containsExactlyInAnyOrder("MEMBERSHIP", "SAVINGS", "SAVINGS", "BUSINESS");
    }

    private long total(UUID member) {
        return meeting.year(2025, "/members/%s/explanation".formatted(member))
                .path("total")
                .asLong();
    }

    /** Bangunharjo's printed report of 2025 does not add up, and ends in a loss. */
    @Test
    void aLossIsReckonedNotTrustedAndCarriedForward() {
        var member = meeting.member("2025-01-01");
        meeting.tell(List.of(meeting.sale(member, 119_331_273, "2025-03-01T02:00:00Z")));
        Map<String, ?> figures =
                Map.of(
                        "members",
                        Map.of(
                                "sales", 119_331_273,
                                "costOfGoods", 109_398_974,
                                "participation", 9_938_299),
                        "expenses",
                        List.of(
                                Map.of("name", "Beban operasional", "amount", 14_800_000),
                                Map.of("name", "Beban lain", "amount", 530_280)),
                        "expensesTotal",
                        15_380_280,
                        "netSurplus",
                        -5_447_981);
        var checked =
                meeting.put(2025, "figures", figures)
                        .path("bookYear")
                        .path("figures")
                        .path("checked");
        assertThat(checked.path("netSurplus").asLong()).isEqualTo(-5_397_981);
        assertThat(checked.path("mismatches").findValuesAsString("line"))
                .containsExactly("members.participation", "expensesTotal", "netSurplus");
        assertThat(checked.path("mismatches").findValues("difference").toString())
                .isEqualTo("[6000, 50000, -50000]");

        meeting.approve(2025, Meeting.kdkmp(), figures);
        var division = meeting.put(2025, "division", Map.of()).path("bookYear").path("division");
        assertThat(division.path("carriedForward").asLong()).isEqualTo(-5_397_981);
        assertThat(division.path("toMembers").asLong()).isZero();
        assertThat(division.path("villageShare").asLong()).isZero();
        assertThat(total(member)).isZero();
    }

    @Test
    void interestMakesTheLossLarger() {
        var checked =
                meeting.put(
                                2025,
                                "figures",
                                Map.of(
                                        "members",
                                        Map.of("sales", 119_331_273, "costOfGoods", 109_398_974),
                                        "expensesTotal",
                                        15_330_280,
                                        "others",
                                        List.of(Map.of("name", "Bunga", "amount", -965_250))))
                        .path("bookYear")
                        .path("figures")
                        .path("checked");
        assertThat(checked.path("netSurplus").asLong()).isEqualTo(-6_363_231);
    }

    /** What comes after the closing counts in the next year, under its own date, once. */
    @Test
    void lateFactsGoToTheNextYearAndAClosedYearStandsToTheByte() {
        var a = meeting.member("2024-01-01");
        var b = meeting.member("2024-01-01");
        var sale = meeting.sale(a, 1_000_000, "2024-05-01T02:00:00Z");
        meeting.tell(List.of(sale, meeting.sale(b, 1_000_000, "2024-06-01T02:00:00Z")));
        var policy = Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000));
        meeting.approve(2024, policy, Map.of("netSurplus", 1_000_000));
        var closed = meeting.put(2024, "division", Map.of()).toString();

        meeting.tell(
                List.of(
                        meeting.sale(a, 700_000, "2024-12-31T16:59:59Z"),
                        meeting.sale(b, 500_000, "2025-02-01T02:00:00Z"),
                        meeting.sale(null, 40_000, "2024-07-01T02:00:00Z"),
                        meeting.sale(UUID.randomUUID(), 3_000, "2024-07-01T02:00:00Z"),
                        meeting.deposit(b, SavingsKind.MANDATORY, 9_000, "2024-03-01T02:00:00Z"),
                        new SaleReturned(
                                meeting.cooperative(),
                                UUID.randomUUID(),
                                sale.saleId(),
                                sale.outletId(),
                                a,
                                Rupiah.of(200_000),
                                null,
                                Instant.parse("2024-05-02T02:00:00Z"),
                                sale.at())));
        assertThat(meeting.year(2024, "").toString()).isEqualTo(closed);
        assertThat(meeting.year(2024, "/verification").path("equal").asBoolean()).isTrue();
        assertThat(
                        meeting.year(2024, "/members/%s/explanation".formatted(a))
                                .path("total")
                                .asLong())
                .isEqualTo(500_000);

        meeting.approve(2025, policy, Map.of("netSurplus", 1_000_000));
        var next = meeting.put(2025, "division", Map.of()).path("bookYear");
        assertThat(next.path("books").path("adjustments").asLong()).isEqualTo(500_000);
        assertThat(next.path("books").path("othersBusiness").asLong()).isEqualTo(43_000);
        var explained = meeting.year(2025, "/members/%s/explanation".formatted(a));
        assertThat(explained.path("business").path("adjustments").asLong()).isEqualTo(500_000);
        assertThat(explained.path("total").asLong()).isEqualTo(500_000);
        var entries = meeting.year(2025, "/members/%s/explanation/entries".formatted(a));
        assertThat(entries.path("items").findValuesAsString("as"))
                .containsExactly("ADJUSTMENT_OF_AN_EARLIER_YEAR", "ADJUSTMENT_OF_AN_EARLIER_YEAR");
        var savings =
                meeting.year(2025, "/members/%s/explanation".formatted(b))
                        .path("capital")
                        .path("savings");
        assertThat(savings.findValues("opening").toString()).contains("9000");
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
        assertThat(meeting.year(2024, "/verification").path("equal").asBoolean()).isTrue();
    }

    /** Passers-by are in no denominator here, so the division alone would not tell. */
    @Test
    void aFrozenDayThatIsGoneIsNoticed() {
        var a = meeting.member("2025-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 10_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(null, 5_000, "2025-04-01T02:00:00Z")));
        meeting.approve(2025, Meeting.kdkmp(), Map.of("netSurplus", 100));
        meeting.take(2025, "division", Map.of());
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isTrue();
        var gone =
                mongo.getCollection("passersBy")
                        .deleteMany(Filters.eq("cooperativeId", meeting.cooperative()));
        assertThat(gone.getDeletedCount()).isOne();
        assertThat(meeting.year(2025, "/verification").path("equal").asBoolean()).isFalse();
    }

    @Test
    void aLossBroughtForwardIsTakenOffFirst() {
        var a = meeting.member("2024-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(a, 10_000, "2024-03-01T02:00:00Z"),
                        meeting.sale(a, 10_000, "2025-03-01T02:00:00Z")));
        var policy = Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000));
        meeting.approve(2024, policy, Map.of("netSurplus", -300, "reserve", 1_000));
        meeting.take(2024, "division", Map.of());
        var estimate = meeting.year(2025, "/members/%s/explanation?surplus=1000".formatted(a));
        assertThat(estimate.path("total").asLong()).isEqualTo(700);
        assertThat(estimate.path("assumptions").toString()).contains("loss of Rp300");
        meeting.approve(2025, policy, Map.of("netSurplus", 1_000));
        var division = meeting.put(2025, "division", Map.of()).path("bookYear").path("division");
        assertThat(division.path("broughtForward").asLong()).isEqualTo(-300);
        assertThat(division.path("toMembers").asLong()).isEqualTo(700);
    }

    /** Joined in March, left in September, extraordinary, unknown: who shares, and by what. */
    @Test
    void whoSharesFollowsThePolicy() {
        var joined = meeting.member("2025-03-10");
        var extraordinary = meeting.member(MemberKind.EXTRAORDINARY, "2024-01-01");
        var unknown = UUID.randomUUID();
        meeting.tell(
                List.of(
                        meeting.sale(joined, 500_000, "2025-03-09T02:00:00Z"),
                        meeting.sale(joined, 100_000, "2025-03-10T00:30:00Z"),
                        meeting.sale(extraordinary, 77_000, "2025-05-01T02:00:00Z"),
                        meeting.sale(unknown, 100_000, "2025-05-01T02:00:00Z"),
                        meeting.deposit(
                                joined, SavingsKind.MANDATORY, 100_000, "2025-10-01T02:00:00Z"),
                        meeting.deposit(
                                extraordinary,
                                SavingsKind.MANDATORY,
                                100_000,
                                "2025-01-01T02:00:00Z")));
        meeting.approve(
                2025,
                Map.of(
                        "preset",
                        "kdkmp",
                        "villageShareBp",
                        0,
                        "funds",
                        Map.of("PATRONAGE", 5_000, "CAPITAL", 5_000)),
                Map.of("netSurplus", 1_000));
        var division = meeting.put(2025, "division", Map.of()).path("bookYear").path("division");
        assertThat(division.path("business").asLong()).isEqualTo(100_000);
        assertThat(division.path("capital").asLong()).isEqualTo(25_205);
        assertThat(total(joined)).isEqualTo(1_000);
        assertThat(
                        meeting.year(2025, "/members/%s/explanation".formatted(extraordinary))
                                .path("member")
                                .path("eligibility")
                                .asString())
                .isEqualTo("KIND_DOES_NOT_SHARE");
        assertThat(meeting.text(2025, "/members/%s/statement.html".formatted(extraordinary)))
                .contains("Rp77.000");
        assertThat(
                        meeting.year(2025, "/members/%s/explanation".formatted(unknown))
                                .path("member")
                                .path("eligibility")
                                .asString())
                .isEqualTo("NOT_A_MEMBER");
    }

    /** What people hold says the same as the division, in the pack of the meeting, too. */
    @Test
    void statementsAndReportSayWhatWasDivided() throws IOException {
        var a = meeting.member("2025-01-01");
        var b = meeting.member("2025-01-01");
        OFFICE.knows(meeting.cooperative(), a, "Siti <Aminah>");
        meeting.tell(
                List.of(
                        meeting.sale(a, 30_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(b, 10_000, "2025-03-01T02:00:00Z")));
        meeting.take(2025, "closing", Map.of());
        assertThat(meeting.text(2025, "/members/%s/statement.html".formatted(a)))
                .contains("Siti &lt;Aminah&gt;")
                .contains("ESTIMASI");
        assertThat(meeting.refusedToShow(2025, "/report.html", 409)).isEqualTo("nothing-to-report");
        meeting.approve(
                2025,
                Map.of("preset", "textbook", "funds", Map.of("PATRONAGE", 10_000)),
                Map.of(
                        "members",
                        Map.of("sales", 40_000, "costOfGoods", 30_000, "participation", 9_000)));
        assertThat(meeting.text(2025, "/report.html?lang=en")).contains(">7,500<", ">2,500<");
        meeting.take(2025, "division", Map.of());
        assertThat(meeting.text(2025, "/members/%s/statement.html".formatted(a)))
                .contains("Rp7.500", "Siti &lt;Aminah&gt;")
                .doesNotContain("ESTIMASI");
        assertThat(meeting.text(2025, "/members.csv")).contains(a + ",", ",7500");
        assertThat(meeting.text(2025, "/members/%s/statement.pdf".formatted(a))).startsWith("%PDF");
        assertThat(meeting.refusedToShow(2025, "/report.html?lang=fr", 400))
                .isEqualTo("language-unknown");
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(meeting.show(2025, "/pack.zip")))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("report.pdf");
            assertThat(zip.getNextEntry().getName()).isEqualTo("members.csv");
            assertThat(zip.getNextEntry().getName()).isEqualTo("statements.pdf");
        }
    }

    @Test
    void anEstimateSaysThatItIsOne() {
        var a = meeting.member("2026-01-01");
        meeting.tell(List.of(meeting.sale(a, 30_000, "2026-03-01T02:00:00Z")));
        var nothing = meeting.year(2026, "/members/%s/explanation".formatted(a));
        assertThat(nothing.path("label").asString()).isEqualTo("ESTIMATE");
        assertThat(nothing.path("business").path("counted").asLong()).isEqualTo(30_000);
        assertThat(nothing.has("total")).isFalse();
        meeting.take(2026, "policy", Meeting.kdkmp());
        var some = meeting.year(2026, "/members/%s/explanation?surplus=1000000".formatted(a));
        assertThat(some.path("total").asLong()).isEqualTo(280_000);
        assertThat(some.path("assumptions").toString()).contains("RAT").contains("1000000");
    }
}
