package id.lumbung.retail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.discrepancy.Discrepancy;
import id.lumbung.retail.stock.Batch;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.MovementKind;
import id.lumbung.retail.stock.Place;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockLedgerTest {

    private static final Batch B1 = new Batch("B1", LocalDate.parse("2030-01-31"));
    private static final Batch B2 = new Batch("B2", LocalDate.parse("2031-01-31"));
    private static final int COMERS = 200;

    private final Shop shop =
            new Shop(UUID.randomUUID(), UUID.randomUUID(), ZoneId.of("Asia/Makassar"), 0);
    private final UUID product = UUID.randomUUID();
    @TempDir private Path folder;
    private LedgerDatabase database;

    @BeforeEach
    void open() {
        database = new LedgerDatabase(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private StockLedger ledger(Instant now) {
        return new StockLedger(
                database.mongo,
                Clock.fixed(now, ZoneOffset.UTC),
                List.of(LedgerDatabase.SALES, StockActs.COLLECTION));
    }

    private StockActs acts(Instant now) {
        return new StockActs(
                database.mongo, new LimitedWrites(ledger(now)), Clock.fixed(now, ZoneOffset.UTC));
    }

    private StockAct act(MovementKind kind, Batch batch, long quantity, Instant at) {
        var cost = kind == MovementKind.RECEIVED ? quantity * 100 : 0;
        return new StockAct(
                UUID.randomUUID(),
                shop.cooperativeId(),
                shop.outletId(),
                kind,
                List.of(new StockLine(product, batch, Place.SHELF, quantity, 0, Rupiah.of(cost))),
                ActDetails.NONE,
                at,
                at,
                null);
    }

    private StockAct act(UUID id, long quantity, Instant at) {
        var it = act(MovementKind.RECEIVED, B1, quantity, at);
        return new StockAct(
                id,
                it.cooperativeId(),
                it.outletId(),
                it.kind(),
                it.lines(),
                ActDetails.NONE,
                at,
                at,
                null);
    }

    private Movement sale(long quantity, Instant at) {
        return Movement.sold(UUID.randomUUID(), null, quantity, at);
    }

    private static <T> List<Object> allAtOnce(IntFunction<T> action) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    IntStream.range(0, COMERS)
                            .mapToObj(i -> (Callable<Object>) () -> action.apply(i))
                            .toList();
            var results = new ArrayList<>();
            for (var future : threads.invokeAll(tasks)) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    results.add(e.getCause());
                }
            }
            return results;
        }
    }

    @Test
    void allSalesAreTakenAndWhatTheBooksLackIsListed() throws Exception {
        var now = Instant.parse("2026-05-04T02:00:00Z");
        var _ = acts(now).put(shop, act(MovementKind.RECEIVED, B1, 100, now.minusSeconds(60)));

        var _ =
                allAtOnce(i -> {
                    database.sell(shop.outletId(), product, sale(1, now.plusMillis(i)));
                    return i;
                });

        var card = ledger(now.plusSeconds(1)).card(shop, product);
        assertThat(card.closing().total()).isZero();
        assertThat(card.handedOver()).hasSize(100);
        assertThat(card.discrepancies())
                .hasSize(100)
                .extracting(Discrepancy::kind)
                .containsOnly("SOLD_BEYOND_BOOKS");
        assertThat(card.lines()).allMatch(line -> line.balance() >= 0);
    }

    @Test
    void noMoreIsDestroyedThanTheBooksHave() throws Exception {
        var now = Instant.parse("2026-05-04T02:00:00Z");
        var _ = acts(now).put(shop, act(MovementKind.RECEIVED, B1, 100, now.minusSeconds(60)));
        var desks = List.of(acts(now), acts(now), acts(now), acts(now));

        var results =
                allAtOnce(i ->
                        desks.get(i % desks.size())
                                .put(shop, act(MovementKind.DESTROYED, B1, 1, now)));

        assertThat(results).filteredOn(StockAct.class::isInstance).hasSize(100);
        assertThat(results)
                .filteredOn(Refusal.class::isInstance)
                .hasSize(100)
                .allSatisfy(it -> assertThat(((Refusal) it).slug()).isEqualTo("not-enough-stock"));
        var card = ledger(now).card(shop, product);
        assertThat(card.closing().total()).isZero();
        assertThat(card.discrepancies()).isEmpty();
    }

    @Test
    void anActSentTwiceIsOneAndAnotherUnderItsIdIsRefused() {
        var now = Instant.parse("2026-05-04T02:00:00Z");
        var receipt = act(MovementKind.RECEIVED, B1, 10, now);
        var destroyed = act(MovementKind.DESTROYED, B1, 4, now);
        var first = acts(now).put(shop, receipt);
        var _ = acts(now).put(shop, destroyed);

        assertThat(acts(now.plusSeconds(9)).put(shop, receipt)).isEqualTo(first);
        var _ = acts(now.plusSeconds(9)).put(shop, destroyed);
        assertThatThrownBy(() -> acts(now).put(shop, act(receipt.id(), 11, now)))
                .isInstanceOf(Refusal.class);
        assertThat(ledger(now).card(shop, product).closing().total()).isEqualTo(6);
    }

    /** Reads in between make sheets; what comes late must be on the card all the same. */
    @Test
    void aCardFromSheetsIsTheCardOfAllItsMovements() {
        for (var seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            var item = UUID.randomUUID();
            var known = new ArrayList<Movement>();
            for (var movement : year(random)) {
                database.sell(shop.outletId(), item, movement);
                known.add(movement);
                if (random.nextInt(6) == 0) {
                    var card = ledger(movement.recordedAt()).card(shop, item);
                    assertThat(card.closing())
                            .as("seed %d, %s", seed, movement)
                            .isEqualTo(Card.of(shop, StockState.EMPTY, known).closing());
                }
            }
            var whole = Card.of(shop, StockState.EMPTY, known);
            var last = known.getLast().recordedAt();
            for (var month = 1; month <= 12; month++) {
                var page = YearMonth.of(2026, month);
                assertThat(ledger(last).page(shop, item, page))
                        .as("seed %d, %s", seed, page)
                        .isEqualTo(
                                whole.lines().stream()
                                        .filter(it ->
                                                YearMonth.from(shop.dateAt(it.at())).equals(page))
                                        .toList());
            }
        }
        assertThat(database.mongo.getCollection("stockSheets").countDocuments()).isPositive();
    }

    private static List<Movement> year(Random random) {
        var movements = new ArrayList<Movement>();
        for (var i = 0; i < 150; i++) {
            var at =
                    Instant.parse("2026-01-01T00:00:00Z")
                            .plusSeconds(random.nextInt(360 * 24 * 60) * 60L);
            var delay = random.nextInt(8) == 0 ? random.nextInt(90 * 24) : 0;
            var recorded = at.plus(Duration.ofHours(delay));
            var batch = random.nextBoolean() ? B1 : B2;
            var id = UUID.randomUUID();
            var quantity = random.nextInt(12);
            movements.add(
                    switch (random.nextInt(8)) {
                        case 0, 1 ->
                                Movement.in(
                                                id,
                                                MovementKind.RECEIVED,
                                                batch,
                                                4L * quantity,
                                                Rupiah.of(random.nextInt(99_999)),
                                                at)
                                        .recorded(recorded);
                        case 2 ->
                                Movement.at(
                                                id,
                                                MovementKind.COUNTED,
                                                batch,
                                                Place.SHELF,
                                                quantity,
                                                at)
                                        .recorded(recorded);
                        case 3 -> {
                            var sold = movements.isEmpty() ? null : movements.getLast();
                            yield sold == null || sold.kind() != MovementKind.SOLD
                                    ? Movement.sold(id, null, quantity, at).recorded(recorded)
                                    : Movement.returned(
                                                    id,
                                                    sold.id(),
                                                    sold.at(),
                                                    quantity,
                                                    sold.at().plus(Duration.ofDays(40)))
                                            .recorded(sold.at().plus(Duration.ofDays(41)));
                        }
                        default -> Movement.sold(id, null, quantity, at).recorded(recorded);
                    });
        }
        movements.sort(Comparator.comparing(Movement::recordedAt));
        return movements;
    }

    @Test
    void fiveYearsCostNoMoreToReadThanHalfAYear() {
        var young = UUID.randomUUID();
        var old = UUID.randomUUID();
        var now = Instant.parse("2026-06-30T00:00:00Z");
        sellDaily(old, now.minus(Duration.ofDays(5 * 365)), now);
        sellDaily(young, now.minus(Duration.ofDays(182)), now);
        var ledger = ledger(now.plusSeconds(1));

        assertThat(ledger.card(shop, old).closing().total()).isPositive();
        assertThat(ledger.card(shop, young).closing().total()).isPositive();

        assertThat(documentsFor(ledger, old)).isLessThanOrEqualTo(2 * documentsFor(ledger, young));
    }

    private void sellDaily(UUID item, Instant from, Instant until) {
        var day = 0;
        for (var at = from; at.isBefore(until); at = at.plus(Duration.ofDays(1))) {
            if (day++ % 30 == 0) {
                database.sell(
                        shop.outletId(),
                        item,
                        Movement.in(
                                UUID.randomUUID(),
                                MovementKind.RECEIVED,
                                B1,
                                100,
                                Rupiah.of(10_000),
                                at));
            }
            database.sell(shop.outletId(), item, sale(3, at.plusSeconds(60)));
        }
    }

    private long documentsFor(StockLedger ledger, UUID item) {
        var before = database.documentsRead();
        assertThat(ledger.card(shop, item).closing().total()).isPositive();
        return database.documentsRead() - before;
    }
}
