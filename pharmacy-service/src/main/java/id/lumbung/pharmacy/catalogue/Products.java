package id.lumbung.pharmacy.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.catalogue.ProductSearch;
import id.lumbung.retail.catalogue.ProductStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The products of every cooperative, each remembered for a few seconds: a change by another
 * instance shows after that. What is in no catalogue is not remembered.
 */
@Component
public class Products {

    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final ProductStore store;
    private final ProductSearch search;
    private final Cache<UUID, Product> remembered =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    Products(ProductStore store, ProductSearch search) {
        this.store = store;
        this.search = search;
    }

    public Optional<Product> find(UUID cooperativeId, UUID productId) {
        return Optional.ofNullable(remembered.get(productId, this::readOrNull))
                .filter(product -> product.cooperativeId().equals(cooperativeId));
    }

    public Optional<Product> byCode(UUID cooperativeId, String code) {
        return search.byCode(cooperativeId, code);
    }

    /** Those of the products that there are, in no particular order. */
    public List<Product> findAll(UUID cooperativeId, Collection<UUID> ids) {
        return search.findAll(cooperativeId, ids);
    }

    void changed(UUID productId) {
        remembered.invalidate(productId);
    }

    private @Nullable Product readOrNull(UUID productId) {
        return store.find(productId).orElse(null);
    }
}
