package id.lumbung.retail.stock;

import static id.lumbung.retail.stock.Goods.SHOP;
import static id.lumbung.retail.stock.Goods.batch;
import static id.lumbung.retail.stock.Goods.received;
import static id.lumbung.retail.stock.Goods.shelf;
import static id.lumbung.retail.stock.Goods.sold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsumptionTest {

    @Test
    void daysWithoutStockAreNoDaysWithoutNeedAndDestructionIsNoUse() {
        var b = batch("B", null);
        var facts = new ArrayList<Movement>();
        facts.add(received("in", b, 700, 700, Instant.parse("2025-12-31T16:00:00Z")));
        for (var day = 1; day <= 10; day++) {
            var at = Instant.parse("2026-01-01T03:00:00Z").plusSeconds((day - 1) * 86_400L);
            facts.add(sold("s" + day, 20, at));
        }
        facts.add(
                shelf(
                        "destroyed",
                        MovementKind.DESTROYED,
                        b,
                        500,
                        Instant.parse("2026-01-05T05:00:00Z")));

        var consumption =
                Consumption.of(
                        Card.of(SHOP, StockState.EMPTY, facts),
                        SHOP,
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-01-31"));

        assertThat(consumption).isEqualTo(new Consumption(200, 10));
        assertThat(consumption.in(1)).isEqualTo(20);
    }

    @Test
    void aLaterBatchWaitsForAnEarlierOne() {
        var l1 = batch("L1", "2026-04-30");
        var l2 = batch("L2", "2026-05-31");
        var at = Instant.parse("2026-03-01T00:00:00Z");
        var state =
                Card.of(
                                SHOP,
                                StockState.EMPTY,
                                List.of(
                                        received("1", l1, 600, 1, at),
                                        received("2", l2, 600, 1, at)))
                        .closing();

        assertThat(AtRisk.of(state, SHOP, new Consumption(100, 10), LocalDate.parse("2026-03-31")))
                .containsExactly(new AtRisk(l1, 300), new AtRisk(l2, 290));
    }
}
