package id.lumbung.retail.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Writes the products of every cooperative. Each change takes the number after the last one of its
 * cooperative, and a unique index gives each number once. So a number is seen only after all before
 * it are: who asks for what changed since a number misses nothing that is written at the same time.
 */
public final class ProductStore {

    private static final int MAX_ATTEMPTS = 200;

    private final MongoCollection<Document> products;
    private final ProductDocuments documents;
    private final Clock clock;

    /**
     * @param searched traits whose words a product is found by, beside its name and code
     */
    public ProductStore(MongoOperations mongo, Clock clock, List<String> searched) {
        this.products = ProductIndexes.open(mongo);
        this.documents = new ProductDocuments(mongo.getConverter(), searched);
        this.clock = clock;
    }

    public Optional<Product> find(UUID id) {
        return Optional.ofNullable(products.find(eq("_id", id)).first()).map(documents::read);
    }

    /**
     * Writes what a change makes of a product; nothing where it makes the same of it.
     *
     * @param change makes the product of what stands under its id, and is asked again where
     *     somebody else changes it at the same time
     * @throws id.lumbung.edge.problem.Refusal when its code or a barcode is another product's
     */
    public Product write(UUID cooperativeId, UUID id, Function<Optional<Product>, Product> change) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var before = find(id);
            if (before.filter(it -> !it.cooperativeId().equals(cooperativeId)).isPresent()) {
                throw CatalogueRule.PRODUCT_ID_TAKEN.because(
                        "Id ini sudah dipakai untuk produk lain. Buat id baru.",
                        "Another product has this id. Make a new one.");
            }
            var wanted = change.apply(before);
            if (before.isPresent() && wanted.equals(before.get())) {
                return wanted;
            }
            var after =
                    wanted.changed(
                            before.map(it -> it.version() + 1).orElse(0L),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS));
            if (isWritten(before, after)) {
                return after;
            }
        }
        throw CatalogueRule.PRODUCT_BUSY.because(
                "Katalog sedang banyak diubah. Kirim ulang yang sama beberapa detik lagi.",
                "The catalogue is being changed a lot. Send the same again in a few seconds.");
    }

    /** Not where somebody else was first with the number or the product: look again. */
    private boolean isWritten(Optional<Product> before, Product after) {
        var document = documents.write(after, lastChange(after.cooperativeId()) + 1);
        try {
            if (before.isEmpty()) {
                var _ = products.insertOne(document);
                return true;
            }
            var asRead = and(eq("_id", after.id()), eq("version", before.get().version()));
            return products.replaceOne(asRead, document).getMatchedCount() == 1;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            requireFree(after);
            return false;
        }
    }

    private long lastChange(UUID cooperativeId) {
        var last =
                products.find(eq("cooperativeId", cooperativeId))
                        .sort(Sorts.descending(ProductDocuments.CHANGE))
                        .first();
        return last == null
                ? 0
                : Objects.requireNonNullElse(last.getLong(ProductDocuments.CHANGE), 0L);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when its code or a barcode is another product's
     */
    public void requireFree(Product product) {
        for (var key : ProductDocuments.keys(product)) {
            var holder = products.find(eq(ProductDocuments.KEYS, key)).first();
            if (holder != null && !product.id().equals(holder.get("_id"))) {
                throw taken(key, product, holder.getString("code"));
            }
        }
    }

    private static RuntimeException taken(String key, Product product, String holder) {
        if (key.equals(ProductDocuments.codeKey(product.cooperativeId(), product.code()))) {
            return CatalogueRule.CODE_TAKEN.because(
                    "Kode %s sudah dipakai produk lain.".formatted(product.code()),
                    "Another product has the code %s.".formatted(product.code()));
        }
        return CatalogueRule.BARCODE_TAKEN.because(
                "Salah satu kode batang sudah milik produk %s.".formatted(holder),
                "One of the barcodes is the product %s's already.".formatted(holder));
    }
}
