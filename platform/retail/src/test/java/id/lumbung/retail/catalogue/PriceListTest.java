package id.lumbung.retail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceListTest {

    private static final DatedPrice P1 = price(500, "2026-01-01", null);
    private static final DatedPrice P2 = price(550, "2026-03-01", null);
    private static final ZoneId WIT = ZoneId.of("Asia/Jayapura");

    private static DatedPrice price(long amount, String from, @Nullable String until) {
        return new DatedPrice(
                1,
                Rupiah.of(amount),
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }

    @Test
    void thePriceIsThatOfTheShopsDateAtTheSale() {
        var prices = PriceList.NONE.with(P1).with(P2);

        assertThat(prices.amountFor(10, shopDate("2026-02-28T14:30:00Z")))
                .contains(Rupiah.of(5_000));
        assertThat(prices.amountFor(10, shopDate("2026-02-28T15:10:00Z")))
                .contains(Rupiah.of(5_500));
        assertThat(prices.amountFor(10, LocalDate.parse("2025-12-31"))).isEmpty();
    }

    private static LocalDate shopDate(String at) {
        return Instant.parse(at).atZone(WIT).toLocalDate();
    }

    @Test
    void aSecondPriceForADayIsRefusedAndNamesThoseItMeets() {
        var prices = PriceList.NONE.with(P2).with(P1);

        assertThatThrownBy(() -> prices.with(price(520, "2026-02-15", "2026-03-10")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Rp500/1 2026-01-01")
                .hasMessageContaining("Rp550/1 2026-03-01");
        assertThatThrownBy(() -> prices.with(price(560, "2026-03-01", null)))
                .isInstanceOf(Refusal.class);
        assertThat(prices.with(P1)).isEqualTo(prices);
    }

    @Test
    void aPriceWithAnEndLeavesNoPriceBehindIt() {
        var prices = PriceList.NONE.with(P1).with(price(450, "2025-12-01", "2025-12-24"));

        assertThat(prices.on(LocalDate.parse("2025-12-24"), 1)).isPresent();
        assertThat(prices.on(LocalDate.parse("2025-12-25"), 1)).isEmpty();
        assertThatThrownBy(() -> prices.with(price(440, "2025-12-24", null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void largerPacksAreTakenFirst() {
        var strip = new DatedPrice(10, Rupiah.of(4_500), LocalDate.parse("2026-01-01"), null);
        var prices = PriceList.NONE.with(P1).with(strip);
        var day = LocalDate.parse("2026-02-01");

        assertThat(prices.amountFor(23, day)).contains(Rupiah.of(2 * 4_500 + 3 * 500));
        assertThat(new PriceList(List.of(strip)).amountFor(23, day)).isEmpty();
    }

    @Test
    void whateverIsTakenGivesOnePriceADayInAnyOrder() {
        for (var seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var taken = randomList(random);
            var shuffled = new ArrayList<>(taken.prices());
            Collections.shuffle(shuffled, random);
            for (var day = 0; day < 60; day++) {
                var date = LocalDate.parse("2026-01-01").plusDays(day);
                assertThat(new PriceList(shuffled).on(date, 1))
                        .as("seed %d, %s", seed, date)
                        .isEqualTo(taken.on(date, 1));
                assertThat(
                                taken.prices().stream()
                                        .filter(it -> it.until() != null && it.holdsOn(date))
                                        .count())
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    private static PriceList randomList(Random random) {
        var taken = PriceList.NONE;
        for (var i = 0; i < 8; i++) {
            var from = LocalDate.parse("2026-01-01").plusDays(random.nextInt(50));
            var until = random.nextBoolean() ? null : from.plusDays(random.nextInt(10));
            try {
                taken = taken.with(new DatedPrice(1, Rupiah.of(100 + i), from, until));
            } catch (Refusal refused) {
                assertThat(refused.slug()).isEqualTo("two-prices-for-one-day");
            }
        }
        return taken;
    }
}
