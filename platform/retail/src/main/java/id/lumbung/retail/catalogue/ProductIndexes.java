package id.lumbung.retail.catalogue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Where products lie, and what they are found by. */
final class ProductIndexes {

    private static final String COLLECTION = "products";
    private static final String OWNER = "cooperativeId";

    private ProductIndexes() {}

    static MongoCollection<Document> open(MongoOperations mongo) {
        var products = mongo.getCollection(COLLECTION);
        var once = new IndexOptions().unique(true).sparse(true);
        var _ = products.createIndex(Indexes.ascending(ProductDocuments.KEYS), once);
        var _ = products.createIndex(Indexes.ascending(OWNER, "code"));
        var _ = products.createIndex(Indexes.ascending(OWNER, ProductDocuments.WORDS));
        var _ = products.createIndex(Indexes.ascending(OWNER, ProductDocuments.CHANGE));
        return products;
    }
}
