package id.lumbung.village.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AtcGroupTest {

    @ParameterizedTest
    @CsvSource({
        "M01AB, 0, 0",
        "M01AB, 0.67, 3216",
        "M01AB, 1.353125, 6495",
        "M01AB, 0.970833333, 4660",
        "M01AE, 0.033, 1584",
        "M01AE, 0.0521875, 2505",
        "N02BE, 14.46875, 347250",
        "N02BE, 14.58333333, 350000",
        "N05B, 3.333333333, 800",
        "R03, 25, 2400"
    })
    void packsBecomeWholeUnits(AtcGroup group, String packs, int units) {
        assertThat(new PackCount(group, packs).units()).isEqualTo(units);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberCutOffStandsForTheUnitsThatReadSo(AtcGroup group) {
        for (var units = 1; units < group.unitsPerPack(); units += 7) {
            var packs =
                    BigDecimal.valueOf(units)
                            .divide(BigDecimal.valueOf(group.unitsPerPack()), new MathContext(30))
                            .setScale(9, RoundingMode.HALF_UP)
                            .toPlainString();

            assertThat(new PackCount(group, packs).units()).as(packs).isEqualTo(units);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "N05C, 0.33",
        "M01AB, 0.333",
        "R03, 0.3333333",
        "M01AE, 0.123456789",
        "N05B, -1",
        "N05B, 1e3",
        "N05B, ''",
        "N05B, two",
        "M01AE, 999999999"
    })
    void whatIsNoWholeNumberOfUnitsIsRefused(AtcGroup group, String packs) {
        assertThatThrownBy(() -> new PackCount(group, packs).units())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(group.name())
                .hasMessageContaining(packs);
    }

    @Test
    void theAmountOfALineIsExact() {
        var line = AtcGroup.N05B.line(240);

        assertThat(line.amount()).isEqualTo(30_000);
        assertThat(line.quantity()).isEqualTo(240);
    }
}
