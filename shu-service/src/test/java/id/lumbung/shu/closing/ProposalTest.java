package id.lumbung.shu.closing;

import static id.lumbung.backbone.security.Role.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What is put before the meeting, what it is warned of, and what others see of a member. */
@ServiceTest
@Import(FakeServices.class)
class ProposalTest {

    @Autowired private RestTestClient anybody;

    private Meeting meeting;
    private UUID sari;

    @BeforeEach
    void aVillage() {
        meeting = aVillageOf(CooperativeKind.VILLAGE);
    }

    private Meeting aVillageOf(CooperativeKind kind) {
        var village = new Meeting(anybody, FakeServices.OFFICE, FakeServices.PHARMACY, kind);
        sari = village.member("2024-01-01");
        village.tell(
                List.of(
                        village.sale(sari, 5_000_000, "2025-03-01T02:00:00Z"),
                        village.sale(null, 1_000_000, "2025-03-01T02:00:00Z"),
                        village.deposit(
                                sari, SavingsKind.MANDATORY, 10_000, "2025-03-01T02:00:00Z")));
        village.take(2025, "closing", Map.of());
        return village;
    }

    private String warnings(Meeting village, Map<String, ?> policy, Map<String, ?> figures) {
        village.take(2025, "policy", policy);
        village.take(2025, "figures", figures);
        return village.put(2025, "proposal", Map.of()).at("/bookYear/proposal/warnings").toString();
    }

    private static Map<String, ?> policy(Map<String, Integer> funds) {
        return Map.of("preset", "kdkmp", "funds", funds);
    }

    @Test
    void theBoardsFiguresAreLaidBesideTheFrozenBooks() {
        var warnings =
                warnings(
                        meeting,
                        policy(Map.of("PATRONAGE", 5_000, "RESERVE", 5_000)),
                        Map.of(
                                "members", Map.of("sales", 900_000_000, "costOfGoods", 1),
                                "nonMembers", Map.of("sales", 1_000_000, "costOfGoods", 1),
                                "savings",
                                        List.of(
                                                Map.of(
                                                        "paper",
                                                        "Neraca",
                                                        "mandatory",
                                                        77_000_000))));
        assertThat(warnings).contains("FIGURES_DIFFER_FROM_THE_JOURNAL");
        var differences = meeting.year(2025, "").at("/bookYear/proposal/differences");
        assertThat(differences.findValuesAsString("line"))
                .containsExactly("members.sales", "savings.mandatory");
        assertThat(differences.findValues("difference").toString())
                .isEqualTo("[895000000, 76990000]");
    }

    @Test
    void anExpenseWithAMinusIsRefused() {
        assertThat(
                        meeting.refused(
                                2025,
                                "figures",
                                Map.of(
                                        "members", Map.of("participation", 20_000_000),
                                        "expenses",
                                                List.of(
                                                        Map.of(
                                                                "name",
                                                                "Gaji",
                                                                "amount",
                                                                -12_000_000))),
                                422))
                .isEqualTo("expense-negative");
    }

    @Test
    void fundsThatReachNoMemberOrNoReserveAreWarnedOf() {
        assertThat(
                        warnings(
                                meeting,
                                policy(Map.of("Jasa anggota", 6_000, "Cadangan", 4_000)),
                                Map.of("netSurplus", 1_000)))
                .contains("NO_FUND_FOR_MEMBERS", "NO_RESERVE_FUND", "Jasa anggota");
    }

    @Test
    void aWardOwesNoVillageShare() {
        var funds = policy(Map.of("PATRONAGE", 5_000, "RESERVE", 5_000));
        var ward = aVillageOf(CooperativeKind.WARD);
        assertThat(warnings(ward, funds, Map.of("netSurplus", 1_000)))
                .doesNotContain("VILLAGE_SHARE");
        assertThat(ward.year(2025, "").at("/bookYear/proposal/allocation/villageShare").asLong())
                .isZero();
        assertThat(warnings(meeting, funds, Map.of("netSurplus", 1_000)))
                .doesNotContain("VILLAGE_SHARE");
        assertThat(meeting.year(2025, "").at("/bookYear/proposal/allocation/villageShare").asLong())
                .isEqualTo(200);
    }

    /** A fund's name is no pattern, and a report keeps the figures that it was proposed with. */
    @Test
    void theReportIsPrintedWhateverAFundIsCalledAndWhateverIsSetLater() {
        var _ =
                warnings(
                        meeting,
                        policy(Map.of("Dana {sosial}", 1_000, "Pendidikan Qur'an", 9_000)),
                        Map.of("netSurplus", 1_000));
        meeting.take(2025, "figures", Map.of("netSurplus", 7_777));
        var report = meeting.text(2025, "/report.html");
        assertThat(report).contains("Dana {sosial}", "Rp1.000").doesNotContain("7.777");
        assertThat(report.replace("&#39;", "'")).contains("Pendidikan Qur'an");
    }

    @Test
    void whatAMemberBoughtIsShownToTheMemberAlone() {
        var path =
                "/cooperatives/%s/book-years/2025/members/%s/explanation/entries"
                        .formatted(meeting.cooperative(), sari);
        assertThat(meeting.get(path).toString())
                .contains("\"kind\":\"BUSINESS\"", "\"amount\":5000000")
                .doesNotContain("SALE");
        var own =
                Tokens.as(MEMBER)
                        .in(meeting.cooperative())
                        .member(sari)
                        .on(anybody)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(own).contains("\"kind\":\"SALE\"", "2025-03-01T02:00:00Z");
    }

    @Test
    void anOutletThatFellSilentIsNamedUntilTheBoardConfirmsIt() {
        var outlet = UUID.randomUUID();
        var village = new Meeting(anybody, FakeServices.OFFICE, FakeServices.PHARMACY);
        var _ = village.member("2025-01-01");
        village.opens(outlet, "2025-02-01T00:00:00Z");
        assertThat(village.answer(2025, "closing", Map.of(), 409).path("detail").asString())
                .contains("SILENT_OUTLETS", outlet.toString());
        village.take(2025, "closing", Map.of("silentOutlets", List.of(outlet)));
    }
}
