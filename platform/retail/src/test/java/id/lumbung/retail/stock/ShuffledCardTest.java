package id.lumbung.retail.stock;

import static id.lumbung.retail.stock.Goods.SHOP;
import static id.lumbung.retail.stock.Goods.START;
import static id.lumbung.retail.stock.Goods.id;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of made-up shops: what comes out must follow from the facts alone. */
class ShuffledCardTest {

    private static final int WORLDS = 3_000;
    private static final List<Batch> BATCHES =
            List.of(
                    new Batch("A", LocalDate.parse("2026-01-10")),
                    new Batch("B", LocalDate.parse("2026-01-20")),
                    new Batch("C", LocalDate.parse("2026-12-31")),
                    new Batch("D", null));

    @Test
    void theSameFactsInAnyOrderAndTwiceGiveTheSameCard() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var facts = world(random, seed);
            var again = new ArrayList<>(facts);
            facts.stream().filter(_ -> random.nextBoolean()).forEach(again::add);
            Collections.shuffle(again, random);

            assertThat(Card.of(SHOP, StockState.EMPTY, again))
                    .as("seed %d", seed)
                    .isEqualTo(Card.of(SHOP, StockState.EMPTY, facts));
        }
    }

    @Test
    void costsAndQuantitiesCloseAndNothingIsEverNegative() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var facts = world(new Random(seed), seed);
            var card = Card.of(SHOP, StockState.EMPTY, facts);
            var closing = card.closing();
            var invoices = facts.stream().map(Movement::cost).reduce(Rupiah.ZERO, Rupiah::plus);

            assertThat(closing.costIn()).as("seed %d", seed).isEqualTo(invoices);
            assertThat(closing.costOut().plus(closing.value()))
                    .as("seed %d", seed)
                    .isEqualTo(invoices);
            assertThat(card.lines().stream().mapToLong(CardLine::quantity).sum())
                    .as("seed %d", seed)
                    .isEqualTo(closing.total());
            assertThat(card.lines()).as("seed %d", seed).allMatch(line -> line.balance() >= 0);
            assertThat(closing.lots())
                    .as("seed %d", seed)
                    .allMatch(lot ->
                            lot.layers().stream().mapToLong(CostLayer::left).sum() == lot.total());
        }
    }

    @Test
    void noUnnamedSaleTakesAnExpiredBatchOrALaterOneWhileAnEarlierIsThere() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var facts = world(new Random(seed), seed);
            facts.removeIf(it ->
                    it.kind() == MovementKind.HELD
                            || (it.kind() == MovementKind.SOLD && it.batch() != null));
            var shelf = new HashMap<Batch, Long>();
            for (var line : Card.of(SHOP, StockState.EMPTY, facts).lines()) {
                var batch = line.batch();
                if (batch == null) {
                    continue;
                }
                if (line.kind() == MovementKind.SOLD && line.at().equals(at(facts, line))) {
                    var day = SHOP.dateAt(line.at());
                    assertThat(batch.isGoodOn(day)).as("seed %d", seed).isTrue();
                    assertThat(BATCHES)
                            .as("seed %d", seed)
                            .noneMatch(other ->
                                    Batch.FIRST_EXPIRING.compare(other, batch) < 0
                                            && other.isGoodOn(day)
                                            && shelf.getOrDefault(other, 0L) > 0);
                }
                if (line.place() == Place.SHELF) {
                    shelf.merge(batch, line.quantity(), Long::sum);
                }
            }
        }
    }

    private static Instant at(List<Movement> facts, CardLine line) {
        return facts.stream()
                .filter(it -> it.id().equals(line.movement()))
                .map(Movement::effectiveAt)
                .findAny()
                .orElseThrow();
    }

    /** A card that is taken up again from a sheet goes on as if it had never been put away. */
    @Test
    void aCardGoesOnFromAnyInstant() {
        for (var seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var facts = world(random, seed);
            facts.removeIf(it -> it.kind() == MovementKind.RETURNED);
            var cut = START.plusSeconds(random.nextInt(30 * 86_400));
            var before = facts.stream().filter(it -> it.effectiveAt().isBefore(cut)).toList();
            var after = facts.stream().filter(it -> !it.effectiveAt().isBefore(cut)).toList();

            var sheet = Card.of(SHOP, StockState.EMPTY, before).closing();

            assertThat(Card.of(SHOP, sheet, after).closing())
                    .as("seed %d", seed)
                    .isEqualTo(Card.of(SHOP, StockState.EMPTY, facts).closing());
        }
    }

    private static List<Movement> world(Random random, int seed) {
        var facts = new ArrayList<Movement>();
        var sales = new ArrayList<Movement>();
        for (var i = 0; i < 30; i++) {
            var name = id(seed + "/" + i);
            var at = START.plusSeconds(random.nextInt(30) * 86_400L + random.nextInt(3));
            var batch = BATCHES.get(random.nextInt(BATCHES.size()));
            var quantity = random.nextInt(20);
            switch (random.nextInt(9)) {
                case 0, 1 ->
                        facts.add(
                                Movement.in(
                                        name,
                                        MovementKind.RECEIVED,
                                        batch,
                                        quantity,
                                        Rupiah.of(random.nextInt(10_000)),
                                        at));
                case 2, 3, 4 -> {
                    var sale =
                            Movement.sold(
                                    name, random.nextInt(4) == 0 ? batch : null, quantity, at);
                    facts.add(sale);
                    sales.add(sale);
                }
                case 5 -> {
                    if (!sales.isEmpty()) {
                        var sale = sales.get(random.nextInt(sales.size()));
                        facts.add(Movement.returned(name, sale.id(), sale.at(), quantity, at));
                    }
                }
                case 6 ->
                        facts.add(
                                Movement.at(
                                        name,
                                        MovementKind.COUNTED,
                                        batch,
                                        place(random),
                                        quantity,
                                        at));
                case 7 ->
                        facts.add(
                                Movement.at(
                                        name,
                                        random.nextBoolean()
                                                ? MovementKind.HELD
                                                : MovementKind.RELEASED,
                                        batch,
                                        Place.SHELF,
                                        0,
                                        at));
                default ->
                        facts.add(
                                Movement.at(
                                        name, taking(random), batch, Place.SHELF, quantity, at));
            }
        }
        return facts;
    }

    private static Place place(Random random) {
        return List.of(Place.values()).get(random.nextInt(Place.values().length));
    }

    private static MovementKind taking(Random random) {
        var kinds =
                List.of(
                        MovementKind.DAMAGED,
                        MovementKind.DESTROYED,
                        MovementKind.SENT_BACK,
                        MovementKind.TRANSFERRED_OUT);
        return kinds.get(random.nextInt(kinds.size()));
    }
}
