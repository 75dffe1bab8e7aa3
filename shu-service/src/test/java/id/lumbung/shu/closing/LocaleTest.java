package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.testkit.ServiceTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Closed for good means on any machine, whatever digits its language writes. */
@ServiceTest
@Import(FakeServices.class)
class LocaleTest {

    private static final List<Locale> MACHINES =
            List.of(Locale.of("id", "ID"), Locale.of("ar", "EG"), Locale.of("my", "MM"));

    private final Locale before = Locale.getDefault();

    @Autowired private RestTestClient board;

    private Meeting meeting;
    private UUID sari;

    @BeforeEach
    void aVillage() {
        meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        sari = meeting.member("2024-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(sari, 30_000, "2025-03-01T02:00:00Z"),
                        meeting.sale(null, 5_000, "2025-03-01T02:00:00Z"),
                        meeting.deposit(
                                sari, SavingsKind.MANDATORY, 100_000, "2025-10-01T02:00:00Z")));
    }

    @AfterEach
    void asItWas() {
        Locale.setDefault(before);
    }

    private void divide() {
        meeting.approve(
                2025,
                Map.of(
                        "preset",
                        "textbook",
                        "businessDenominator",
                        "TOTAL_TURNOVER",
                        "funds",
                        Map.of("PATRONAGE", 5_000, "CAPITAL", 5_000)),
                Map.of("netSurplus", 1_003));
        meeting.take(2025, "division", Map.of());
    }

    private List<String> papers() {
        return List.of(
                meeting.year(2025, "/entitlements").toString(),
                meeting.year(2025, "/members/%s/explanation".formatted(sari)).toString(),
                meeting.text(2025, "/members/%s/statement.html".formatted(sari)),
                meeting.text(2025, "/report.html"),
                meeting.text(2025, "/members.csv"));
    }

    @Test
    void whatOneMachineClosedAllOthersFindAndVerify() {
        for (var closing : MACHINES) {
            Locale.setDefault(closing);
            aVillage();
            divide();
            var papers = papers();
            for (var other : MACHINES) {
                Locale.setDefault(other);
                assertThat(meeting.year(2025, "/verification").path("equal").asBoolean())
                        .as("%s closed, %s verifies", closing, other)
                        .isTrue();
                assertThat(papers()).as("%s closed, %s prints", closing, other).isEqualTo(papers);
            }
            meeting.tell(List.of(meeting.sale(sari, 700, "2025-04-01T02:00:00Z")));
            assertThat(
                            meeting.year(2026, "/members/%s/explanation".formatted(sari))
                                    .at("/business/adjustments")
                                    .asLong())
                    .isEqualTo(700);
        }
    }
}
