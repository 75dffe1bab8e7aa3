package id.lumbung.village.life;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.InFlight;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends sales in batches, some batches at a time, as an outlet does that was offline. Holds no more
 * sales than are under way, and one sum for each day.
 */
public final class BatchSender implements AutoCloseable {

    /** What the pharmacy takes at once. */
    public static final int MOST_SALES = 500;

    private static final int AT_ONCE = 4;

    private final Gateway gateway;
    private final ZoneId zone;
    private final double perSecond;
    private final int batchSize;
    private final Consumer<String> complaints;
    private final InFlight requests = new InFlight(AT_ONCE);
    private List<Sale> batch = new ArrayList<>();
    private long sendNext = System.nanoTime();

    private final Map<LocalDate, Long> taken = new TreeMap<>();
    private long accepted;
    private long duplicates;
    private long conflicts;
    private long refused;
    private long rupiah;
    private long units;

    record Upload(List<Sale> sales) {}

    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REFUSED
    }

    record Result(@Nullable UUID id, Outcome outcome, @Nullable String reason) {}

    record Receipt(List<Result> results) {}

    /**
     * What was sent so far and answered.
     *
     * @param duplicates that stood already, the same
     * @param conflicts under whose id something else stands
     * @param units base units of all that was sent
     * @param rupiah of all that was sent
     */
    public record Sent(
            long accepted, long duplicates, long conflicts, long refused, long units, long rupiah) {

        public long sales() {
            return accepted + duplicates + conflicts + refused;
        }
    }

    /**
     * @param zone by which days are told apart
     * @param perSecond sales to send in a second at the most; unlimited where 0
     * @param complaints told why a sale was not taken
     */
    public BatchSender(
            Gateway gateway, ZoneId zone, double perSecond, Consumer<String> complaints) {
        this.gateway = gateway;
        this.zone = zone;
        this.perSecond = perSecond;
        this.batchSize =
                perSecond > 0 ? (int) Math.clamp(Math.round(perSecond), 1, MOST_SALES) : MOST_SALES;
        this.complaints = complaints;
    }

    /** Waits while as many batches as allowed are under way, or for its turn under the rate. */
    public void send(Sale sale) {
        batch.add(sale);
        if (batch.size() == batchSize) {
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
        awaitTurn(sales.size());
        requests.add(() -> upload(sales));
    }

    private void awaitTurn(int sales) {
        if (perSecond > 0) {
            var now = System.nanoTime();
            try {
                TimeUnit.NANOSECONDS.sleep(Math.max(0, sendNext - now));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            sendNext = Math.max(now, sendNext) + (long) (sales / perSecond * 1e9);
        }
    }

    private void upload(List<Sale> sales) {
        var receipt = gateway.post("/api/pharmacy/sales/batch", new Upload(sales), Receipt.class);
        if (receipt.results().size() != sales.size()) {
            throw new IllegalStateException(
                    "%d sales were sent, and %d answered"
                            .formatted(sales.size(), receipt.results().size()));
        }
        count(sales, receipt.results());
    }

    private synchronized void count(List<Sale> sales, List<Result> results) {
        for (var i = 0; i < sales.size(); i++) {
            var sale = sales.get(i);
            var result = results.get(i);
            units = Math.addExact(units, sale.units());
            rupiah = Math.addExact(rupiah, sale.total());
            switch (result.outcome()) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicates++;
                case CONFLICT -> {
                    conflicts++;
                    complain(sale, result);
                }
                case REFUSED -> {
                    refused++;
                    complain(sale, result);
                }
            }
            if (result.outcome() != Outcome.REFUSED) {
                var _ = taken.merge(sale.at().atZone(zone).toLocalDate(), 1L, Long::sum);
            }
        }
    }

    private void complain(Sale sale, Result result) {
        complaints.accept("sale %s: %s".formatted(sale.id(), result.reason()));
    }

    public synchronized Sent sent() {
        return new Sent(accepted, duplicates, conflicts, refused, units, rupiah);
    }

    /** How many sales of each day now stand at the pharmacy, whoever sent them first. */
    public synchronized Map<LocalDate, Long> taken() {
        return new HashMap<>(taken);
    }

    @Override
    public void close() {
        requests.close();
    }
}
