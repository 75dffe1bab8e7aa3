package id.lumbung.pharmacy.discrepancy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import id.lumbung.backbone.fact.DoubtfulTimes;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.pharmacy.sale.Sale;
import id.lumbung.pharmacy.sale.SaleRules;
import id.lumbung.retail.discrepancy.Discrepancy;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.ledger.StockLine;
import id.lumbung.retail.stock.Shop;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Finds an outlet's discrepancies. Nothing of them is stored: they follow from the facts, so that
 * the same facts give the same ones in whatever order they came.
 */
@Component
class FoundDiscrepancies {

    private final FactStore<Sale> sales;
    private final SaleRules rules;
    private final StockActs acts;
    private final StockLedger ledger;
    private final OutletProfiles profiles;

    FoundDiscrepancies(
            FactStore<Sale> sales,
            SaleRules rules,
            StockActs acts,
            StockLedger ledger,
            OutletProfiles profiles) {
        this.sales = sales;
        this.rules = rules;
        this.acts = acts;
        this.ledger = ledger;
        this.profiles = profiles;
    }

    /**
     * @param facts by the movement that each caused
     */
    record Found(List<Discrepancy> discrepancies, Map<UUID, UUID> facts) {}

    Found of(Days days) {
        var shop = profiles.shop(days.cooperativeId(), days.outletId());
        var from = days.from().atStartOfDay(shop.zone()).toInstant();
        var until = days.until().plusDays(1).atStartOfDay(shop.zone()).toInstant();
        var sold = sold(days, from, until);
        var done =
                acts.between(days.outletId(), from, until).stream()
                        .filter(it -> it.cooperativeId().equals(days.cooperativeId()))
                        .toList();
        var ofSales = sold.stream().flatMap(it -> rules.discrepancies(it).stream());
        var ofCards =
                products(sold, done)
                        .flatMap(it -> onCard(shop, it, from))
                        .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until));
        var all =
                Stream.concat(ofSales, ofCards)
                        .sorted(
                                Comparator.comparing(Discrepancy::at)
                                        .thenComparing(Discrepancy::kind)
                                        .thenComparing(Discrepancy::id))
                        .toList();
        return new Found(all, facts(sold, done));
    }

    private List<Sale> sold(Days days, Instant from, Instant until) {
        return sales.find(
                and(
                        eq("outletId", days.outletId()),
                        eq("cooperativeId", days.cooperativeId()),
                        gte("at", Date.from(from)),
                        lt("at", Date.from(until)),
                        exists(DoubtfulTimes.DOUBTFUL, false),
                        exists(DoubtfulTimes.REPLACED_BY, false)));
    }

    private static Stream<UUID> products(List<Sale> sold, List<StockAct> done) {
        var ofSales =
                sold.stream()
                        .flatMap(it ->
                                it.stock() == null ? Stream.of() : it.stock().products().stream());
        var ofActs = done.stream().flatMap(it -> it.lines().stream()).map(StockLine::productId);
        return Stream.concat(ofSales, ofActs).distinct();
    }

    private Stream<Discrepancy> onCard(Shop shop, UUID product, Instant from) {
        var month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        return ledger.since(shop, product, month).discrepancies().stream();
    }

    private static Map<UUID, UUID> facts(List<Sale> sold, List<StockAct> done) {
        var facts = new HashMap<UUID, UUID>();
        for (var sale : sold) {
            for (var i = 0; i < sale.lines().size(); i++) {
                facts.put(sale.movementId(i), sale.id());
            }
        }
        for (var act : done) {
            for (var i = 0; i < act.lines().size(); i++) {
                facts.put(StockAct.movementId(act.id(), i), act.id());
            }
        }
        return facts;
    }
}
