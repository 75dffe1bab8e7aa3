package id.lumbung.village.life;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds up what became of the sales that were sent: one sum, and one number for each day. */
final class SaleResults {

    private final ZoneId zone;
    private final Consumer<String> complaints;
    private final Map<LocalDate, Long> taken = new TreeMap<>();
    private SentSales sent = SentSales.NONE;

    /**
     * @param zone that decides on which day a sale was
     * @param complaints gets a sentence for each sale that was not taken
     */
    SaleResults(ZoneId zone, Consumer<String> complaints) {
        this.zone = zone;
        this.complaints = complaints;
    }

    synchronized void add(List<Sale> sales, List<SaleUpload.Result> results) {
        for (var i = 0; i < sales.size(); i++) {
            add(sales.get(i), results.get(i));
        }
    }

    private void add(Sale sale, SaleUpload.Result result) {
        sent = sent.and(sale, result.outcome());
        switch (result.outcome()) {
            case ACCEPTED, DUPLICATE -> {}
            case CONFLICT, REFUSED ->
                    complaints.accept("sale %s: %s".formatted(sale.id(), result.reason()));
        }
        if (result.outcome() != SaleUpload.Outcome.REFUSED) {
            var _ = taken.merge(sale.at().atZone(zone).toLocalDate(), 1L, Long::sum);
        }
    }

    synchronized SentSales sent() {
        return sent;
    }

    synchronized Map<LocalDate, Long> taken() {
        return new HashMap<>(taken);
    }
}
