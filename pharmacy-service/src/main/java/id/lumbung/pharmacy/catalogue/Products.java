package id.lumbung.pharmacy.catalogue;

import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import id.lumbung.retail.catalogue.Product;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The products of every cooperative, each remembered for a few seconds. */
@Component
public class Products {

    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final MongoOperations mongo;
    private final MongoCollection<Document> products;
    private final Cache<UUID, Optional<Product>> remembered =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    Products(MongoOperations mongo) {
        this.mongo = mongo;
        this.products = mongo.getCollection("products");
    }

    public Optional<Product> find(UUID cooperativeId, UUID productId) {
        return remembered
                .get(productId, this::read)
                .filter(product -> product.cooperativeId().equals(cooperativeId));
    }

    private Optional<Product> read(UUID productId) {
        return Optional.ofNullable(products.find(eq("_id", productId)).first())
                .map(document -> mongo.getConverter().read(Product.class, document));
    }

    void keep(Product product) {
        var document = new Document();
        mongo.getConverter().write(product, document);
        var _ =
                products.replaceOne(
                        eq("_id", product.id()), document, new ReplaceOptions().upsert(true));
        remembered.invalidate(product.id());
    }
}
