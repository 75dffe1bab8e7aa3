package id.lumbung.backbone.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RupiahTest {

    private static final int DIVISIONS = 20_000;

    @Test
    void noRupiahAppearsOrVanishesInADivision() {
        var random = new Random(20261123);
        for (var i = 0; i < DIVISIONS; i++) {
            var amount = Rupiah.of(random.nextLong(1, 1L << random.nextInt(1, 62)));
            var weights = weights(random);
            var division = amount.divide(weights);
            var sum = division.parts().values().stream().reduce(Rupiah.ZERO, Rupiah::plus);
            assertThat(sum.plus(division.remainder())).isEqualTo(amount);
            assertThat(division.parts().values()).noneMatch(Rupiah::isNegative);
            assertThat(division.remainder().isNegative()).isFalse();
            if (weights.values().stream().anyMatch(weight -> weight > 0)) {
                assertThat(division.remainder().amount()).isLessThan(weights.size());
            }
        }
    }

    @Test
    void whoWeighsMoreNeverGetsLessAndTheOrderDoesNotMatter() {
        var random = new Random(7);
        for (var i = 0; i < 1_000; i++) {
            var amount = Rupiah.of(random.nextLong(1, 1_000_000_000_000L));
            var weights = weights(random);
            var parts = amount.divide(weights).parts();
            weights.forEach((a, heavy) ->
                    weights.forEach((b, light) -> {
                        if (heavy >= light) {
                            assertThat(parts.get(a)).isGreaterThanOrEqualTo(parts.get(b));
                        }
                    }));
            assertThat(amount.divide(new HashMap<>(weights)).parts()).isEqualTo(parts);
        }
    }

    @Test
    void aPoolForThreeEqualMembersLeavesOneRupiah() {
        var division = Rupiah.of(10_000).divide(Map.of("a", 1L, "b", 1L, "c", 1L));
        assertThat(division.parts().values()).containsOnly(Rupiah.of(3_333));
        assertThat(division.remainder()).isEqualTo(Rupiah.of(1));
    }

    @Test
    void productsBeyondALongAreStillExact() {
        var division =
                Rupiah.of(Long.MAX_VALUE)
                        .divide(Map.of("a", Long.MAX_VALUE / 2, "b", Long.MAX_VALUE / 2));
        assertThat(division.parts().values()).containsOnly(Rupiah.of(Long.MAX_VALUE / 2));
        assertThat(division.remainder()).isEqualTo(Rupiah.of(1));
    }

    @Test
    void whereNobodyWeighsAnythingAllIsRemainder() {
        assertThat(Rupiah.of(5).divide(Map.of("a", 0L)).remainder()).isEqualTo(Rupiah.of(5));
        assertThat(Rupiah.of(5).divide(Collections.<String, Long>emptyMap()).remainder())
                .isEqualTo(Rupiah.of(5));
    }

    @Test
    void whatDoesNotFitOrIsNegativeIsRefused() {
        assertThatThrownBy(() -> Rupiah.of(Long.MAX_VALUE).plus(Rupiah.of(1)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rupiah.of(Long.MIN_VALUE).negated())
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rupiah.of(-1).divide(Map.of("a", 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rupiah.of(1).divide(Map.of("a", -1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rupiah.of(1).divide(Map.of("a", Long.MAX_VALUE, "b", 1L)))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Map<Integer, Long> weights(Random random) {
        var weights = new LinkedHashMap<Integer, Long>();
        var count = random.nextInt(1, 12);
        for (var i = 0; i < count; i++) {
            weights.put(
                    i, random.nextInt(5) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 58)));
        }
        return weights;
    }
}
