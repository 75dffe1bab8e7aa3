package id.lumbung.retail.catalogue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;

/** Reads the products of a cooperative. */
public final class ProductSearch {

    private final MongoCollection<Document> products;
    private final ProductDocuments documents;

    public ProductSearch(MongoOperations mongo) {
        this.products = ProductIndexes.open(mongo);
        this.documents = new ProductDocuments(mongo.getConverter(), List.of());
    }

    public Optional<Product> byCode(UUID cooperativeId, String code) {
        var key = ProductDocuments.codeKey(cooperativeId, code);
        return Optional.ofNullable(products.find(eq(ProductDocuments.KEYS, key)).first())
                .map(documents::read);
    }

    /** Those that there are, in no particular order. */
    public List<Product> findAll(UUID cooperativeId, Collection<UUID> ids) {
        return read(and(eq("cooperativeId", cooperativeId), in("_id", ids)), "_id", ids.size());
    }

    /** Those with the same value of a trait, in the order of their codes. */
    public List<Product> withTrait(UUID cooperativeId, String trait, String value, int limit) {
        var same = and(eq("cooperativeId", cooperativeId), eq("traits." + trait, value));
        return read(same, "code", limit);
    }

    /**
     * Those in which each word that is asked for begins a word, in the order of their codes.
     *
     * @param asked words, a code, or a barcode; null for all products
     * @param after the code of the last one of the page before
     */
    public List<Product> page(
            UUID cooperativeId, @Nullable String asked, @Nullable String after, int limit) {
        var all = new ArrayList<Bson>();
        all.add(eq("cooperativeId", cooperativeId));
        if (after != null) {
            all.add(gt("code", after));
        }
        if (asked != null) {
            SearchWords.asked(asked)
                    .forEach(word ->
                            all.add(
                                    regex(
                                            ProductDocuments.WORDS,
                                            Pattern.compile("^" + Pattern.quote(word)))));
        }
        return read(and(all), "code", limit);
    }

    /** What was changed after a number, in the order of the changes. */
    public List<Change> changesSince(UUID cooperativeId, long number, int limit) {
        return products.find(
                        and(
                                eq("cooperativeId", cooperativeId),
                                gt(ProductDocuments.CHANGE, number)))
                .sort(Sorts.ascending(ProductDocuments.CHANGE))
                .limit(limit)
                .map(it -> new Change(it.getLong(ProductDocuments.CHANGE), documents.read(it)))
                .into(new ArrayList<>());
    }

    private List<Product> read(Bson which, String order, int limit) {
        return products.find(which)
                .sort(Sorts.ascending(order))
                .limit(limit)
                .map(documents::read)
                .into(new ArrayList<>());
    }

    /**
     * A product as it stands after its last change.
     *
     * @param number of that change, counted in its cooperative from 1
     */
    public record Change(long number, Product product) {}
}
