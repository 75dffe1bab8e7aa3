package id.lumbung.pharmacy.stock;

import id.lumbung.pharmacy.catalogue.Medicine;
import id.lumbung.pharmacy.catalogue.Products;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockLine;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the catalogue says of the goods that stock is kept of. */
@Component
class KnownProducts {

    private final Products products;

    KnownProducts(Products products) {
        this.products = products;
    }

    @Nullable String name(UUID cooperativeId, UUID productId) {
        return products.find(cooperativeId, productId).map(Product::name).orElse(null);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when a line names a product that is in no catalogue
     */
    void require(StockAct act) {
        var unknown =
                act.lines().stream()
                        .filter(line ->
                                products.find(act.cooperativeId(), line.productId()).isEmpty())
                        .findFirst();
        if (unknown.isPresent()) {
            throw StockRule.PRODUCT_NOT_KNOWN.because(
                    "Produk %s tidak ada di katalog koperasi ini. Daftarkan dulu."
                            .formatted(unknown.get().productId()),
                    "The product %s is not in this cooperative's catalogue. Enter it there first."
                            .formatted(unknown.get().productId()),
                    Map.of("productId", unknown.get().productId()));
        }
    }

    /** Whether narcotics or psychotropics are among the goods. */
    boolean areControlled(StockAct act) {
        return found(act).anyMatch(it -> new Medicine(it).medicineClass().isControlled());
    }

    private Stream<Product> found(StockAct act) {
        return act.lines().stream()
                .map(StockLine::productId)
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> products.find(act.cooperativeId(), id))
                .flatMap(Optional::stream);
    }
}
