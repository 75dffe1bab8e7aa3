package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Consumption;
import id.lumbung.retail.stock.Shop;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How fast products are sold: over the last weeks, as the setting says. */
@Component
class RateOfSale {

    private final StockLedger ledger;
    private final StockSettings settings;

    RateOfSale(StockLedger ledger, StockSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    Consumption of(Shop shop, UUID product, LocalDate day) {
        var from = day.minusDays(settings.consumptionDays());
        var card = ledger.since(shop, product, YearMonth.from(from.minusDays(1)));
        return Consumption.of(card, shop, from, day.minusDays(1));
    }
}
