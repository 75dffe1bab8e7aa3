package id.lumbung.pharmacy.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import id.lumbung.retail.catalogue.Product;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The products of every cooperative. */
@Component
public class Products {

    private final MongoOperations mongo;
    private final MongoCollection<Document> products;

    Products(MongoOperations mongo) {
        this.mongo = mongo;
        this.products = mongo.getCollection("products");
    }

    public Optional<Product> find(UUID cooperativeId, UUID productId) {
        var own = and(eq("_id", productId), eq("cooperativeId", cooperativeId));
        return Optional.ofNullable(products.find(own).first())
                .map(document -> mongo.getConverter().read(Product.class, document));
    }

    void keep(Product product) {
        var document = new Document();
        mongo.getConverter().write(product, document);
        var _ =
                products.replaceOne(
                        eq("_id", product.id()), document, new ReplaceOptions().upsert(true));
    }
}
