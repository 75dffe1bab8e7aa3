package id.lumbung.retail.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TillDayTest {

    private static final Instant MORNING = Instant.parse("2026-05-04T00:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-05-04T11:00:00Z");
    private static final TillDay OPEN =
            new TillDay(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "1",
                    LocalDate.parse("2026-05-04"),
                    Rupiah.of(200_000),
                    MORNING,
                    null);

    private static TillDay close(Cash counted, String explanation) {
        return OPEN.closed(counted, Rupiah.of(355_000), Rupiah.of(5_000), explanation, EVENING);
    }

    @Test
    void aDrawerThatAgreesIsClosed() {
        var counted = new Cash(Map.of(100_000, 5, 20_000, 2, 5_000, 1, 500, 10));

        var closed = close(counted, null);

        assertThat(counted.total()).isEqualTo(Rupiah.of(550_000));
        assertThat(closed.close().expected()).isEqualTo(Rupiah.of(550_000));
        assertThat(closed.close().difference()).isEqualTo(Rupiah.ZERO);
        assertThatThrownBy(() -> closed.closed(counted, Rupiah.ZERO, Rupiah.ZERO, null, EVENING))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo("till-closed"));
    }

    @Test
    void aDifferenceIsExplained() {
        var counted = new Cash(Map.of(100_000, 5));

        assertThatThrownBy(() -> close(counted, " "))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.slug()).isEqualTo("difference-unexplained");
                            assertThat(refusal.args()).containsEntry("difference", -50_000L);
                        });
        assertThat(close(counted, "to the bank").close().difference())
                .isEqualTo(Rupiah.of(-50_000));
    }

    @Test
    void thereIsNoMoneyOfThreeThousand() {
        assertThatThrownBy(() -> new Cash(Map.of(3_000, 1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Cash(Map.of(1_000, -1))).isInstanceOf(Refusal.class);
    }
}
