package id.lumbung.village.demo;

import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Sale;
import id.lumbung.village.life.Village;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Draws what a village's pharmacy sells, each sale by its own number. */
record SalesDraw(FactIds ids, Village village) {

    private static final int MAX_LINES = 3;
    private static final int SALES_PER_RETURN = 100;
    private static final Duration UNTIL_BROUGHT_BACK = Duration.ofHours(20);

    List<Sale> sales(Profile profile) {
        var sales = new ArrayList<Sale>(VillageYear.SALES);
        for (var i = 0; i < VillageYear.SALES; i++) {
            sales.add(sale("sale " + i, profile));
        }
        return sales;
    }

    private Sale sale(String name, Profile profile) {
        var chances = ids.chances(name);
        var at = profile.at(chances);
        var basket = basket(profile, chances);
        return new Sale(
                ids.id(at, name),
                village.cooperativeId(),
                village.outlet("PHARMACY"),
                Profile.person(village.memberIds(), chances),
                basket.entrySet().stream().map(it -> it.getKey().line(it.getValue())).toList(),
                at);
    }

    private static Map<AtcGroup, Integer> basket(Profile profile, SplittableRandom chances) {
        var basket = new EnumMap<AtcGroup, Integer>(AtcGroup.class);
        for (var n = 1 + chances.nextInt(MAX_LINES); n > 0; n--) {
            var group = profile.group(chances);
            // Strips, of which a pack holds twelve.
            var units = group.unitsPerPack() / 12 * (1 + chances.nextInt(12));
            var _ = basket.merge(group, units, Integer::sum);
        }
        return basket;
    }

    /** What is brought back of these sales before the year ends. */
    List<Return> returns(List<Sale> sales, Instant end) {
        var returns = new ArrayList<Return>();
        for (var i = 0; i < sales.size(); i += SALES_PER_RETURN) {
            var sale = sales.get(i);
            var at = sale.at().plus(UNTIL_BROUGHT_BACK);
            if (at.isBefore(end)) {
                returns.add(new Return(ids.id(at, "return " + i), sale, at));
            }
        }
        return returns;
    }
}
