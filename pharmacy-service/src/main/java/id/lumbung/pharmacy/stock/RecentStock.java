package id.lumbung.pharmacy.stock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Shop;
import id.lumbung.retail.stock.StockState;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * What a shop had of a product a moment ago, so that a sale need not read a card. Acts and returns
 * of this instance show at once, sales of this instance in what is sold since, those of another
 * within half a minute: what slips through is listed as a discrepancy, as the card judges it.
 */
@Component
public class RecentStock {

    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final StockLedger ledger;
    private final Cache<Key, Recent> remembered =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    private record Key(UUID outletId, UUID productId) {}

    /**
     * @param soldSince base units that this instance sold since it was read
     */
    public record Recent(StockState state, AtomicLong soldSince) {}

    RecentStock(StockLedger ledger) {
        this.ledger = ledger;
    }

    public Recent of(Shop shop, UUID productId) {
        return remembered.get(
                new Key(shop.outletId(), productId),
                key -> new Recent(ledger.card(shop, productId).closing(), new AtomicLong()));
    }

    public void sold(UUID outletId, UUID productId, long quantity) {
        var recent = remembered.getIfPresent(new Key(outletId, productId));
        if (recent != null) {
            var _ = recent.soldSince().addAndGet(quantity);
        }
    }

    /** These products' stock changed by something else than a sale. */
    public void changed(UUID outletId, Collection<UUID> products) {
        products.forEach(product -> remembered.invalidate(new Key(outletId, product)));
    }
}
