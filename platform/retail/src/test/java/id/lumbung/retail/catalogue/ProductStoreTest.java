package id.lumbung.retail.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.ledger.LedgerDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductStoreTest {

    private static final int WRITERS = 8;
    private static final int WRITES = 40;

    @TempDir static Path folder;
    private static LedgerDatabase database;
    private static ProductStore store;
    private static ProductSearch search;
    private final UUID shop = UUID.randomUUID();

    @BeforeAll
    static void open() {
        database = new LedgerDatabase(folder);
        store = new ProductStore(database.mongo, Clock.systemUTC(), List.of("content"));
        search = new ProductSearch(database.mongo);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private Product product(UUID id, String code, String name, Barcode... barcodes) {
        return new Product(
                id,
                shop,
                code,
                name,
                Packs.single("kg"),
                List.of(barcodes),
                PriceList.NONE,
                List.of(),
                Map.of("content", "oryza"),
                true,
                0,
                Instant.EPOCH);
    }

    private Product write(String code, String name, Barcode... barcodes) {
        var id = UUID.randomUUID();
        return store.write(shop, id, _ -> product(id, code, name, barcodes));
    }

    @Test
    void theSameChangeTwiceIsOne() {
        var rice = write("RICE", "Beras medium");
        var again = store.write(shop, rice.id(), before -> before.orElseThrow());
        assertThat(again).isEqualTo(rice);
        assertThat(search.changesSince(shop, 0, 10))
                .singleElement()
                .satisfies(it -> assertThat(it.product()).isEqualTo(rice));
    }

    @Test
    void aCodeAndABarcodeAreOneProductsOnly() {
        var code = Barcode.of("8991234567890".substring(0, 12) + checkDigit("899123456789"));
        var rice = write("RICE", "Beras medium", code);
        assertThat(rule(() -> write("RICE", "Beras premium"))).isEqualTo("code-taken");
        assertThat(rule(() -> write("RICE-2", "Beras premium", code))).isEqualTo("barcode-taken");
        assertThat(search.byCode(shop, "RICE")).contains(rice);
        assertThat(search.page(shop, code.gtin().substring(1), null, 10)).containsExactly(rice);
    }

    private static String checkDigit(String digits) {
        return String.valueOf(Barcode.checkDigit(digits));
    }

    private static String rule(Callable<?> refused) {
        try {
            return String.valueOf(refused.call());
        } catch (Refusal refusal) {
            return refusal.slug();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherCooperativesProductIsNotWrittenOver() {
        var rice = write("RICE", "Beras medium");
        var other = UUID.randomUUID();
        assertThatThrownBy(() -> store.write(other, rice.id(), before -> before.orElseThrow()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theBeginningsOfWordsFindAProduct() {
        var rice = write("RICE-5", "Beras medium, karung 5 kg");
        var oil = write("OIL-1", "Minyak goreng Crème 1 L");
        assertThat(search.page(shop, "med BER", null, 10)).containsExactly(rice);
        assertThat(search.page(shop, "oryz", null, 10)).containsExactly(oil, rice);
        assertThat(search.page(shop, "creme", null, 10)).containsExactly(oil);
        assertThat(search.page(shop, "(.*", null, 10)).hasSize(2);
        assertThat(search.page(shop, "edium", null, 10)).isEmpty();
        assertThat(search.page(shop, null, "OIL-1", 10)).containsExactly(rice);
        assertThat(search.page(UUID.randomUUID(), "beras", null, 10)).isEmpty();
    }

    /** Both change the same products, in small steps, while a phone asks for what is new. */
    @Test
    void whoAsksForChangesMissesNoneThatIsWrittenMeanwhile() throws Exception {
        var ids = IntStream.range(0, WRITERS).mapToObj(_ -> UUID.randomUUID()).toList();
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var phone = threads.submit(() -> follow(isOver));
            var writers = new ArrayList<Callable<Object>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var own = writer;
                writers.add(() -> {
                    for (var i = 0; i < WRITES; i++) {
                        var price = new DatedPrice(1, Rupiah.of(i), day(own * WRITES + i), null);
                        var id = ids.get((own + i) % WRITERS);
                        var _ =
                                store.write(
                                        shop,
                                        id,
                                        before ->
                                                before.orElseGet(() ->
                                                                product(id, "P-" + id, "Beras"))
                                                        .priced(price, null));
                    }
                    return own;
                });
            }
            for (var written : threads.invokeAll(writers)) {
                var _ = written.get();
            }
            isOver.set(true);
            var seen = phone.get();
            var stored = new HashMap<UUID, Product>();
            search.changesSince(shop, 0, 1_000)
                    .forEach(it -> stored.put(it.product().id(), it.product()));
            assertThat(seen).isEqualTo(stored);
            assertThat(stored.values().stream().mapToInt(it -> it.prices().prices().size()).sum())
                    .isEqualTo(WRITERS * WRITES);
        }
    }

    private static LocalDate day(int number) {
        return LocalDate.EPOCH.plusDays(number);
    }

    private Map<UUID, Product> follow(AtomicBoolean isOver) {
        var seen = new HashMap<UUID, Product>();
        var since = 0L;
        while (true) {
            var wasOver = isOver.get();
            var changes = search.changesSince(shop, since, 3);
            for (var change : changes) {
                assertThat(change.number()).isGreaterThan(since);
                since = change.number();
                var _ = seen.put(change.product().id(), change.product());
            }
            if (wasOver && changes.isEmpty()) {
                return seen;
            }
        }
    }

    @Test
    void aPriceIsEndedOrPutRightByNamingTheOneThatStands() {
        var list = PriceList.NONE.with(new DatedPrice(1, Rupiah.of(500), day(10), null));
        var ended = new DatedPrice(1, Rupiah.of(500), day(10), day(20));
        assertThat(list.with(ended, null).prices()).containsExactly(ended);
        var right = new DatedPrice(1, Rupiah.of(550), day(10), null);
        assertThat(rule(() -> list.with(right, null))).isEqualTo("price-to-correct-differs");
        assertThat(rule(() -> list.with(right, Rupiah.of(501))))
                .isEqualTo("price-to-correct-differs");
        assertThat(list.with(right, Rupiah.of(500)).prices()).containsExactly(right);
        var later = list.with(new DatedPrice(1, Rupiah.of(600), day(15), null));
        assertThat(later.on(day(14), 1).orElseThrow().amount()).isEqualTo(Rupiah.of(500));
    }

    @Test
    void theBaseUnitStays() {
        var rice = write("RICE", "Beras");
        var described =
                new Product(
                        rice.id(),
                        shop,
                        "RICE",
                        "Beras",
                        Packs.single("sack"),
                        List.of(),
                        PriceList.NONE,
                        List.of(),
                        Map.of(),
                        true,
                        0,
                        Instant.EPOCH);
        assertThat(rule(() -> rice.describedAs(described))).isEqualTo("base-unit-fixed");
    }
}
