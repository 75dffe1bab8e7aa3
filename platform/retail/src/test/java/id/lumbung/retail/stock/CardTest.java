package id.lumbung.retail.stock;

import static id.lumbung.retail.stock.Goods.SHOP;
import static id.lumbung.retail.stock.Goods.START;
import static id.lumbung.retail.stock.Goods.batch;
import static id.lumbung.retail.stock.Goods.id;
import static id.lumbung.retail.stock.Goods.received;
import static id.lumbung.retail.stock.Goods.shelf;
import static id.lumbung.retail.stock.Goods.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.discrepancy.Discrepancy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardTest {

    private static final Batch B1 = batch("B1", "2026-03-31");
    private static final Batch B2 = batch("B2", "2026-12-31");
    private static final Movement TEN_OF_B1 = received("in1", B1, 10, 1_000, START);
    private static final Movement FIFTY_OF_B2 = received("in2", B2, 50, 5_000, START);

    private static Card card(Movement... movements) {
        return Card.of(SHOP, StockState.EMPTY, Arrays.asList(movements));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void theLastGoodDayIsJudgedByOnePredicateAndTheShopsDate() {
        var state = card(TEN_OF_B1, FIFTY_OF_B2).closing();
        var lastDay = SHOP.dateAt(at("2026-03-31T14:59:59Z"));
        var dayAfter = SHOP.dateAt(at("2026-03-31T15:00:00Z"));

        assertThat(lastDay).isEqualTo(LocalDate.parse("2026-03-31"));
        assertThat(SHOP.dateAt(at("2026-03-30T15:00:00Z"))).isEqualTo(lastDay);
        assertThat(state.usable(SHOP, lastDay)).isEqualTo(60);
        assertThat(state.firstExpiring(SHOP, lastDay, 5)).containsExactly(pick(B1, 5));
        assertThat(state.nearExpiry(SHOP, lastDay, 1)).extracting(Lot::batch).containsExactly(B1);
        assertThat(state.unusableLots(SHOP, lastDay)).isEmpty();
        assertThat(state.usable(SHOP, dayAfter)).isEqualTo(50);
        assertThat(state.firstExpiring(SHOP, dayAfter, 5)).containsExactly(pick(B2, 5));
        assertThat(state.nearExpiry(SHOP, dayAfter, 1)).isEmpty();
        assertThat(state.unusableLots(SHOP, dayAfter)).extracting(Lot::batch).containsExactly(B1);
    }

    private static StockState.Pick pick(Batch batch, long quantity) {
        return new StockState.Pick(batch, quantity);
    }

    @Test
    void aSaleOfAnExpiredBatchIsADiscrepancyFromItsFirstBadMoment() {
        var late = Movement.sold(id("late"), B1, 1, at("2026-03-31T15:00:00Z"));
        var inTime = Movement.sold(id("in time"), B1, 1, at("2026-03-31T14:59:59Z"));

        var card = card(TEN_OF_B1, FIFTY_OF_B2, late, inTime);

        assertThat(card.discrepancies())
                .extracting(Discrepancy::kind, Discrepancy::cause)
                .containsExactly(tuple("SOLD_EXPIRED", id("late")));
        assertThat(card.closing().total()).isEqualTo(58);
    }

    @Test
    void aBatchIsItsNumberAndExpiryAndNeverItsPrice() {
        var ax01 = batch("AX01", "2027-08-31");
        var ax02 = batch("AX02", "2027-08-31");
        var card =
                card(
                        received("F-1", ax01, 100, 45_000, START),
                        received("F-2", ax02, 100, 45_000, START),
                        received("F-3", batch("ax01 ", "2027-08-31"), 100, 46_000, START),
                        sold("s", 150, START.plusSeconds(1)),
                        shelf("recall", MovementKind.RECALLED, ax02, 0, START.plusSeconds(2)),
                        sold("after", 60, START.plusSeconds(3)));

        assertThat(card.closing().lots())
                .extracting(Lot::batch, lot -> lot.on(Place.SHELF), Lot::isHeld)
                .containsExactly(tuple(ax02, 100L, true));
        assertThat(card.discrepancies())
                .extracting(Discrepancy::kind, Discrepancy::figures)
                .containsExactly(tuple("SOLD_BEYOND_BOOKS", Map.of("quantity", 10L)));
        assertThat(card.lines()).extracting(CardLine::movement).contains(id("F-1"), id("F-3"));
    }

    @Test
    void aCountFixesTheTruthAtItsInstantWhateverIsUploadedLater() {
        var b = batch("B", null);
        var opening = received("open", b, 100, 100, at("2026-05-04T09:00:00Z"));
        var offline = sold("offline", 5, at("2026-05-04T09:40:00Z"));
        var count =
                shelf("count", MovementKind.COUNTED, b, 93, at("2026-05-04T10:00:00Z"))
                        .recorded(at("2026-05-04T12:00:00Z"));
        var sale = sold("sale", 30, at("2026-05-04T10:30:00Z"));

        var before = List.of(opening, sale, count, offline.recorded(at("2026-05-04T11:00:00Z")));
        var after = List.of(opening, sale, count, offline.recorded(at("2026-05-04T13:00:00Z")));

        for (var movements : List.of(before, after)) {
            var card = Card.of(SHOP, StockState.EMPTY, movements);
            assertThat(card.closing().total()).isEqualTo(63);
            assertThat(card.balanceAt(at("2026-05-04T10:00:00Z"))).isEqualTo(93);
            assertThat(card.discrepancies())
                    .extracting(Discrepancy::figures)
                    .containsExactly(Map.of("books", 95L, "counted", 93L, "difference", -2L));
        }
        assertThat(CountHistory.of(SHOP, StockState.EMPTY, before, count.id()))
                .containsExactly(new CountHistory(at("2026-05-04T12:00:00Z"), -2, -2));
        assertThat(CountHistory.of(SHOP, StockState.EMPTY, after, count.id()))
                .containsExactly(
                        new CountHistory(at("2026-05-04T12:00:00Z"), -7, -7),
                        new CountHistory(at("2026-05-04T13:00:00Z"), -2, 5));
    }

    @Test
    void returnsGoAsideAgainstTheBatchesReallyHandedOver() {
        var b1 = batch("B1", "2026-06-30");
        var card =
                card(
                        Movement.in(
                                id("rest of 30"),
                                MovementKind.OPENING,
                                b1,
                                7,
                                Rupiah.of(2_333),
                                START),
                        received("in2", B2, 1_000, 500_000, START),
                        sold("strip", 10, START.plusSeconds(1)),
                        Movement.returned(
                                id("back"),
                                id("strip"),
                                START.plusSeconds(1),
                                4,
                                START.plusSeconds(2)),
                        sold("boxes", 203, START.plusSeconds(3)));

        assertThat(card.lines())
                .filteredOn(line -> line.kind() == MovementKind.SOLD)
                .extracting(CardLine::batch, CardLine::quantity)
                .containsExactly(tuple(b1, -7L), tuple(B2, -3L), tuple(B2, -203L));
        assertThat(card.closing().lots())
                .extracting(lot -> lot.on(Place.SHELF), lot -> lot.on(Place.RETURNED))
                .containsExactly(tuple(0L, 4L), tuple(794L, 0L));
        assertThat(card.closing().usable(SHOP, LocalDate.parse("2026-02-01"))).isEqualTo(794);
        assertCloses(card);
    }

    @Test
    void thirtyForTenThousandSoldSinglyCostTheLastRupiah() {
        var b = batch("B", null);
        var movements = new ArrayList<Movement>();
        movements.add(received("in", b, 30, 10_000, START));
        for (var i = 1; i <= 30; i++) {
            movements.add(sold("s" + i, 1, START.plusSeconds(i)));
        }

        var card = Card.of(SHOP, StockState.EMPTY, movements);

        assertThat(card.lines().subList(1, 4))
                .extracting(line -> -line.cost().amount())
                .containsExactly(333L, 333L, 334L);
        assertThat(card.closing().costOut()).isEqualTo(Rupiah.of(10_000));
        assertThat(card.closing().value()).isEqualTo(Rupiah.ZERO);
    }

    @Test
    void freeGoodsShareTheCostAndACancelledReceiptGoesAsItCame() {
        var b = batch("B", "2027-01-31");
        var first = received("d1", b, 700, 330_000, START);
        var second = received("d2", b, 400, 220_000, START.plusSeconds(1));
        var cancelled =
                new Movement(
                        id("cancel"),
                        MovementKind.RECEIPT_CANCELLED,
                        b,
                        Place.SHELF,
                        400,
                        Rupiah.ZERO,
                        second.id(),
                        second.at(),
                        START.plusSeconds(2),
                        START.plusSeconds(2));
        var third = received("d3", b, 400, 220_000, START.plusSeconds(3));

        var card = card(first, second, cancelled, third);

        assertThat(card.closing().total()).isEqualTo(1_100);
        assertThat(card.closing().value()).isEqualTo(Rupiah.of(550_000));
        assertThat(card.closing().costOut()).isEqualTo(Rupiah.of(220_000));
    }

    @Test
    void whatIsAsideCanBeCountedAndDestroyedAndNeverSold() {
        var b = batch("B", null);
        var card =
                card(
                        received("in", b, 20, 2_000, START),
                        sold("s", 20, START.plusSeconds(1)),
                        Movement.returned(
                                id("back"),
                                id("s"),
                                START.plusSeconds(1),
                                20,
                                START.plusSeconds(2)),
                        Movement.at(
                                id("count"),
                                MovementKind.COUNTED,
                                b,
                                Place.RETURNED,
                                19,
                                START.plusSeconds(3)),
                        sold("try", 1, START.plusSeconds(4)),
                        Movement.at(
                                id("destroy"),
                                MovementKind.DESTROYED,
                                b,
                                Place.RETURNED,
                                19,
                                START.plusSeconds(5)));

        assertThat(card.closing().total()).isZero();
        assertThat(card.discrepancies())
                .extracting(Discrepancy::kind)
                .containsExactly("COUNT_DIFFERENCE", "SOLD_BEYOND_BOOKS");
        assertCloses(card);
    }

    @Test
    void whatIsBeyondTheBooksIsExplainedByAReceiptOrACount() {
        var b = batch("B", null);
        var beyond = sold("s", 30, START);
        var receipt = received("in", b, 100, 10_000, START.plusSeconds(1));
        var count = shelf("count", MovementKind.COUNTED, b, 12, START.plusSeconds(1));

        assertThat(card(beyond).closing().total()).isZero();
        assertThat(card(beyond).discrepancies())
                .extracting(Discrepancy::kind, Discrepancy::figures)
                .containsExactly(tuple("SOLD_BEYOND_BOOKS", Map.of("quantity", 30L)));
        assertThat(card(beyond, receipt).discrepancies()).isEmpty();
        assertThat(card(beyond, receipt).closing().total()).isEqualTo(70);
        assertThat(card(beyond, receipt).closing().costOut()).isEqualTo(Rupiah.of(3_000));
        assertThat(card(beyond, count).closing().total()).isEqualTo(12);
        assertThat(card(beyond, count).discrepancies())
                .extracting(Discrepancy::figures)
                .containsExactly(Map.of("books", -30L, "counted", 12L, "difference", 42L));
    }

    private static void assertCloses(Card card) {
        var closing = card.closing();
        assertThat(closing.costOut().plus(closing.value())).isEqualTo(closing.costIn());
    }
}
