package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.AtRisk;
import id.lumbung.retail.stock.Consumption;
import id.lumbung.retail.stock.Lot;
import id.lumbung.retail.stock.Place;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lists of an outlet's stock. All of them ask one predicate ({@link Shop#isUsable}) of what is
 * there now, on a day of the outlet's calendar: today, unless another is asked for.
 */
@Component
class ListedStock {

    private final StockActs acts;
    private final StockLedger ledger;
    private final OutletProfiles profiles;
    private final OutletOwners owners;
    private final KnownProducts products;
    private final StockSettings settings;
    private final Clock clock;

    ListedStock(
            StockActs acts,
            StockLedger ledger,
            OutletProfiles profiles,
            OutletOwners owners,
            KnownProducts products,
            StockSettings settings,
            Clock clock) {
        this.acts = acts;
        this.ledger = ledger;
        this.profiles = profiles;
        this.owners = owners;
        this.products = products;
        this.settings = settings;
        this.clock = clock;
    }

    /** Of which outlet and of which day; null for today there. */
    record Asked(UUID cooperativeId, UUID outletId, @Nullable LocalDate day) {}

    /** Which lots are on a list. */
    private interface Listing {
        List<Lot> of(Shop shop, LocalDate day, StockState state);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when the outlet is another cooperative's
     */
    Shop shop(Asked asked) {
        owners.requireNotAnothers(asked.cooperativeId(), asked.outletId());
        return profiles.shop(asked.cooperativeId(), asked.outletId());
    }

    LocalDate day(Asked asked, Shop shop) {
        return asked.day() == null ? shop.dateAt(clock.instant()) : asked.day();
    }

    List<Balance> balances(Asked asked, @Nullable UUID productId) {
        var shop = shop(asked);
        var day = day(asked, shop);
        var which = productId == null ? acts.products(asked.outletId()) : List.of(productId);
        return which.stream()
                .map(it ->
                        Balance.of(it, name(asked, it), ledger.card(shop, it).closing(), shop, day))
                .toList();
    }

    /** What may be handed over today, and no longer so many days later. */
    List<ListedBatch> nearExpiry(Asked asked, int days) {
        return lots(asked, (shop, day, state) -> state.nearExpiry(shop, day, days));
    }

    /** What is on the shelf and may not be handed over: expired, held or called back. */
    List<ListedBatch> unusable(Asked asked) {
        return lots(asked, (shop, day, state) -> state.unusableLots(shop, day));
    }

    private List<ListedBatch> lots(Asked asked, Listing which) {
        var shop = shop(asked);
        var day = day(asked, shop);
        return acts.products(asked.outletId()).stream()
                .flatMap(product ->
                        which.of(shop, day, ledger.card(shop, product).closing()).stream()
                                .map(lot ->
                                        ListedBatch.of(
                                                product,
                                                name(asked, product),
                                                lot.batch(),
                                                lot.on(Place.SHELF))))
                .toList();
    }

    /** What will not be sold before its last day, at the rate of the last weeks. */
    List<ListedBatch> atRisk(Asked asked) {
        var shop = shop(asked);
        var day = day(asked, shop);
        return acts.products(asked.outletId()).stream()
                .flatMap(product -> {
                    var state = ledger.card(shop, product).closing();
                    var consumption = consumption(shop, product, day);
                    return AtRisk.of(state, shop, consumption, day).stream()
                            .map(risk ->
                                    ListedBatch.of(
                                            product,
                                            name(asked, product),
                                            risk.batch(),
                                            risk.quantity()));
                })
                .toList();
    }

    /** What lasts for no more than so many days, at the rate of the last weeks. */
    List<ListedProduct> low(Asked asked, int days) {
        return listed(asked)
                .filter(it -> it.usable() <= new Consumption(it.sold(), it.days()).in(days))
                .toList();
    }

    /** Of which there is nothing to hand over. */
    List<ListedProduct> out(Asked asked) {
        return listed(asked).filter(it -> it.usable() == 0).toList();
    }

    private Stream<ListedProduct> listed(Asked asked) {
        var shop = shop(asked);
        var day = day(asked, shop);
        return acts.products(asked.outletId()).stream()
                .map(product -> {
                    var usable = ledger.card(shop, product).closing().usable(shop, day);
                    var consumption = consumption(shop, product, day);
                    return new ListedProduct(
                            product,
                            name(asked, product),
                            usable,
                            consumption.sold(),
                            consumption.days());
                });
    }

    private Consumption consumption(Shop shop, UUID product, LocalDate day) {
        var from = day.minusDays(settings.consumptionDays());
        var card = ledger.since(shop, product, YearMonth.from(from.minusDays(1)));
        return Consumption.of(card, shop, from, day.minusDays(1));
    }

    private @Nullable String name(Asked asked, UUID product) {
        return products.name(asked.cooperativeId(), product);
    }
}
