package id.lumbung.village.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import id.lumbung.village.replay.Row.Hour;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayCounterTest {

    private static final LocalDateTime EIGHT = LocalDateTime.of(2014, 1, 2, 8, 0);
    private static final UUID COOPERATIVE = new UUID(1, 1);
    private static final UUID OUTLET = new UUID(1, 2);
    private static final List<UUID> MEMBERS =
            Stream.iterate(1, n -> n + 1).limit(50).map(n -> new UUID(2, n)).toList();

    private final ReplayCounter counter = counter("seed 1");

    private static ReplayCounter counter(String source) {
        return new ReplayCounter(new FactIds(source), COOPERATIVE, OUTLET, MEMBERS);
    }

    private static Hour someHour(int line, SplittableRandom chances) {
        var units = new EnumMap<AtcGroup, Integer>(AtcGroup.class);
        for (var group : AtcGroup.values()) {
            if (chances.nextBoolean()) {
                units.put(group, 1 + chances.nextInt(20 * group.unitsPerPack()));
            }
        }
        return new Hour(line, EIGHT, Duration.ofHours(1), units);
    }

    @Test
    void everyUnitIsSoldOnceAtItsPrice() {
        var chances = new SplittableRandom(11);
        for (var line = 2; line < 2_000; line++) {
            var hour = someHour(line, chances);
            var sold = new EnumMap<AtcGroup, Long>(AtcGroup.class);
            for (var sale : counter.sales(hour)) {
                assertThat(sale.lines()).isNotEmpty();
                for (var item : sale.lines()) {
                    var group = AtcGroup.valueOf(item.medicine());
                    assertThat(item.quantity()).isPositive();
                    assertThat(item.amount()).isEqualTo(item.quantity() * group.rupiahPerUnit());
                    sold.merge(group, item.quantity(), Long::sum);
                }
            }
            assertThat(sold.keySet()).isEqualTo(hour.units().keySet());
            hour.units()
                    .forEach((group, units) -> assertThat(sold).containsEntry(group, (long) units));
        }
    }

    @Test
    void whatOneSaleCannotHoldGoesToMoreBuyers() {
        var units = 500 * AtcGroup.N02BE.unitsPerPack();
        for (var line = 2; line < 50; line++) {
            var hour = new Hour(line, EIGHT, Duration.ofHours(1), Map.of(AtcGroup.N02BE, units));
            var sales = counter.sales(hour);
            assertThat(sales)
                    .flatExtracting(Sale::lines)
                    .allMatch(item -> item.quantity() <= Sale.MAX_QUANTITY);
            assertThat(sales.stream().mapToLong(Sale::units).sum()).isEqualTo(units);
        }
    }

    @Test
    void salesHappenWithinTheirHour() {
        var began = EIGHT.atZone(ReplayCounter.ZONE).toInstant();

        assertThat(counter.sales(someHour(2, new SplittableRandom(3))))
                .isNotEmpty()
                .allSatisfy(sale ->
                        assertThat(Duration.between(began, sale.at()))
                                .isBetween(Duration.ZERO, Duration.ofMillis(3_599_999)));
    }

    @Test
    void theSameRowOfTheSameSourceMakesTheSameSales() {
        var hour = someHour(7, new SplittableRandom(5));
        var first = counter.sales(hour);

        var _ = counter.sales(someHour(8, new SplittableRandom(6)));

        assertThat(counter.sales(hour)).isEqualTo(first);
        assertThat(counter("seed 1").sales(hour)).isEqualTo(first);
        assertThat(counter("seed 2").sales(hour)).doesNotContainAnyElementsOf(first);
        assertThat(
                        counter.sales(new Hour(8, EIGHT, hour.length(), hour.units())).stream()
                                .map(Sale::id))
                .doesNotContainAnyElementsOf(first.stream().map(Sale::id).toList());
    }

    @Test
    void anHourWithoutSalesMakesNone() {
        assertThat(counter.sales(new Hour(2, EIGHT, Duration.ofHours(1), Map.of()))).isEmpty();
    }

    @Test
    void aboutThreeBuyersOfFiveAreMembers() {
        var chances = new SplittableRandom(17);
        var sales =
                Stream.iterate(2, line -> line + 1)
                        .limit(1_000)
                        .flatMap(line -> counter.sales(someHour(line, chances)).stream())
                        .toList();

        var members = sales.stream().filter(sale -> sale.memberId() != null).count();

        assertThat((double) members / sales.size()).isBetween(0.57, 0.63);
    }
}
