package id.lumbung.retail.stock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a batch will not be sold before its last day, since batches are used one after the other
 * and a later one waits for an earlier.
 *
 * @param quantity base units
 */
public record AtRisk(Batch batch, long quantity) {

    /**
     * @param today from the next day on goods are sold at that rate
     */
    public static List<AtRisk> of(
            StockState state, Shop shop, Consumption consumption, LocalDate today) {
        var risks = new ArrayList<AtRisk>();
        var used = 0L;
        for (var lot : state.usableLots(shop, today).toList()) {
            var expiry = lot.batch().expiry();
            if (expiry != null) {
                var lastDay = expiry.minusDays(shop.stopDaysBeforeExpiry());
                var days = ChronoUnit.DAYS.between(today, lastDay);
                var there = lot.on(Place.SHELF);
                var sold = Math.clamp(consumption.in(days) - used, 0, there);
                used += sold;
                if (sold < there) {
                    risks.add(new AtRisk(lot.batch(), there - sold));
                }
            }
        }
        return risks;
    }
}
