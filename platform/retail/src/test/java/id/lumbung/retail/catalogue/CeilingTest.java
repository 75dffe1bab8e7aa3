package id.lumbung.retail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final List<CeilingFactor> FACTORS =
            List.of(
                    new CeilingFactor(LocalDate.parse("2015-01-01"), 128, 100, "rule of 2015"),
                    new CeilingFactor(LocalDate.parse("2006-01-01"), 125, 100, "rule of 2006"));

    private static Ceiling ceiling(long listPrice, long units, LocalDate day) {
        var price =
                new CeilingPrice(LocalDate.parse("2010-01-01"), Rupiah.of(listPrice), units, false);
        return Ceiling.on(day, List.of(price), FACTORS).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 158", "10, 1580", "99, 15643", "100, 15801"})
    void noUnitPriceIsRounded(long quantity, long highest) {
        var ceiling = ceiling(12_345, 100, DAY);

        assertThat(ceiling.highest(quantity)).isEqualTo(Rupiah.of(highest));
        assertThat(ceiling.allows(Rupiah.of(highest), quantity)).isTrue();
        assertThat(ceiling.allows(Rupiah.of(highest + 1), quantity)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 79360", "10, 7936", "1, 793"})
    void theHighestPriceOfEachPackIsRoundedDown(long quantity, long highest) {
        assertThat(ceiling(62_000, 100, DAY).highest(quantity)).isEqualTo(Rupiah.of(highest));
    }

    @Test
    void theRuleOfTheDayCounts() {
        assertThat(ceiling(10_000, 1, DAY).highest(1)).isEqualTo(Rupiah.of(12_800));
        assertThat(ceiling(10_000, 1, LocalDate.parse("2014-12-31")).highest(1))
                .isEqualTo(Rupiah.of(12_500));
    }

    @Test
    void aFixedCeilingNeedsNoFactorAndAnUnknownOneIsNone() {
        var fixed = new CeilingPrice(LocalDate.parse("2026-01-01"), Rupiah.of(900), 10, true);

        assertThat(Ceiling.on(DAY, List.of(fixed), List.of()).orElseThrow().highest(10))
                .isEqualTo(Rupiah.of(900));
        assertThat(Ceiling.on(LocalDate.parse("2025-12-31"), List.of(fixed), FACTORS)).isEmpty();
        assertThat(Ceiling.on(DAY, List.of(), FACTORS)).isEmpty();
    }
}
