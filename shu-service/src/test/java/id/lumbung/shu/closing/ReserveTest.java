package id.lumbung.shu.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The reserve fund from year to year: 5,000, then 5,400, then nothing, then 160. */
@ServiceTest
@Import(FakeServices.class)
class ReserveTest {

    private static final Map<String, ?> POLICY =
            Map.of("preset", "textbook", "funds", Map.of("RESERVE", 4_000, "PATRONAGE", 6_000));

    @Autowired private RestTestClient board;

    @Test
    void isCarriedFromYearToYearWhateverTheBoardWrites() {
        var meeting = new Meeting(board, FakeServices.OFFICE, FakeServices.PHARMACY);
        var sari = meeting.member("2023-01-01");
        meeting.tell(
                List.of(
                        meeting.sale(sari, 10, "2023-03-01T02:00:00Z"),
                        meeting.sale(sari, 10, "2024-03-01T02:00:00Z"),
                        meeting.sale(sari, 10, "2025-03-01T02:00:00Z")));

        // Before the first division the board alone knows it. 4,000 bp of 1,000 are added.
        meeting.approve(2023, POLICY, Map.of("netSurplus", 1_000, "reserve", 5_000));
        assertThat(meeting.year(2023, "").has("reserve")).isFalse();
        assertThat(reserve(divided(meeting, 2023)))
                .isEqualTo("opening 5000 added 400 used 0 closing 5400");

        // The board writes another figure: it is told, and what the year before left counts.
        proposed(meeting, 2024, Map.of("netSurplus", -10_000, "reserve", 9_999));
        var proposal = meeting.year(2024, "").at("/bookYear/proposal");
        assertThat(proposal.path("reserve").asLong()).isEqualTo(5_400);
        assertThat(proposal.path("differences").toString())
                .contains(
                        "{\"line\":\"reserve\",\"written\":9999,\"computed\":5400,\"difference\":4599}");
        assertThat(meeting.refused(2024, "resolution", using(meeting, 5_401), 422))
                .isEqualTo("reserve-out-of-range");
        meeting.take(2024, "resolution", using(meeting, 5_400));
        meeting.countersign(2024);
        assertThat(reserve(divided(meeting, 2024)))
                .isEqualTo("opening 5400 added 0 used 5400 closing 0");
        assertThat(meeting.text(2024, "/report.html?lang=en"))
                .contains("At the beginning of the year", "5,400");

        // 10,000 less 5,400 are brought forward: 400 are left, of which 160 are added.
        proposed(meeting, 2025, Map.of("netSurplus", 5_000));
        assertThat(meeting.year(2025, "").at("/bookYear/proposal/surplus").asLong()).isEqualTo(400);
        meeting.take(2025, "resolution", meeting.resolution(1));
        meeting.countersign(2025);
        assertThat(reserve(divided(meeting, 2025)))
                .isEqualTo("opening 0 added 160 used 0 closing 160");
    }

    private static void proposed(Meeting meeting, int year, Map<String, ?> figures) {
        meeting.take(year, "policy", POLICY);
        meeting.take(year, "figures", figures);
        meeting.take(year, "closing", Map.of());
        meeting.take(year, "proposal", Map.of());
    }

    private static Map<String, Object> using(Meeting meeting, long reserve) {
        var resolution = new LinkedHashMap<>(meeting.resolution(1));
        resolution.put("reserveUsed", reserve);
        return resolution;
    }

    private static JsonNode divided(Meeting meeting, int year) {
        return meeting.put(year, "division", Map.of());
    }

    private static String reserve(JsonNode year) {
        var balance = year.path("reserve");
        return "opening %d added %d used %d closing %d"
                .formatted(
                        balance.path("opening").asLong(),
                        balance.path("added").asLong(),
                        balance.path("used").asLong(),
                        balance.path("closing").asLong());
    }
}
