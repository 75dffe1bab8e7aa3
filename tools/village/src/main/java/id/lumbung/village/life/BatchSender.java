package id.lumbung.village.life;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.InFlight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends sales in batches, some batches at a time, as an outlet does that was offline. Holds no more
 * sales than are under way, and one sum for each day.
 */
public final class BatchSender implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final Gateway gateway;
    private final SendingRate rate;
    private final SaleResults results;
    private final InFlight requests = new InFlight(AT_ONCE);
    private List<Sale> batch = new ArrayList<>();

    /**
     * @param zone that decides on which day a sale was
     * @param perSecond sales to send in a second at the most; unlimited where 0
     * @param complaints gets a sentence for each sale that was not taken
     */
    public BatchSender(
            Gateway gateway, ZoneId zone, double perSecond, Consumer<String> complaints) {
        this.gateway = gateway;
        this.rate = new SendingRate(perSecond);
        this.results = new SaleResults(zone, complaints);
    }

    /** Waits while as many batches as allowed are under way, or until the rate lets it send. */
    public void send(Sale sale) {
        batch.add(sale);
        if (batch.size() == rate.batchSize()) {
            flush();
        }
    }

    /** Returns when all that was sent has been answered. */
    public void await() {
        flush();
        requests.await();
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        var sales = batch;
        batch = new ArrayList<>();
        rate.await(sales.size());
        requests.add(() -> results.add(sales, new SaleUpload(sales).send(gateway)));
    }

    public SentSales sent() {
        return results.sent();
    }

    /** How many sales of each day now stand at the pharmacy, whoever sent them first. */
    public Map<LocalDate, Long> taken() {
        return results.taken();
    }

    @Override
    public void close() {
        requests.close();
    }
}
