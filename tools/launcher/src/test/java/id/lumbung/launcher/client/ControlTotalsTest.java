package id.lumbung.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.launcher.client.ControlTotals.Day;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ControlTotalsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 2);

    private static Day day(long count, long sum, String digest) {
        return new Day(DAY, count, sum, digest);
    }

    @Test
    void digestsAddUpModuloTwoToThe128() {
        assertThat(
                        day(1, 5, "ffffffffffffffffffffffffffffffff")
                                .plus(day(2, -7, "00000000000000000000000000000003")))
                .isEqualTo(day(3, -2, "00000000000000000000000000000002"));
        assertThat(
                        day(1, 1, "0000000000000000ffffffffffffffff")
                                .plus(day(1, 1, "00000000000000000000000000000001"))
                                .digest())
                .isEqualTo("00000000000000010000000000000000");
    }

    @Test
    void aDayWithoutFactsAddsNothing() {
        var day = day(3, 900, "0123456789abcdef0123456789abcdef");

        assertThat(Day.without(DAY).plus(day)).isEqualTo(day);
    }
}
