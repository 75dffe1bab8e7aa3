package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the documents of one collection that a query asks for, by the cheapest index. */
final class CollectionReads {

    private final StoredDocuments stored;
    private final QueryMatcher matcher;

    /** The server's comparison for an {@code orderBy}, null if it asks for no order. */
    private final Function<@Nullable Document, @Nullable Comparator<Document>> comparators;

    CollectionReads(
            StoredDocuments stored,
            QueryMatcher matcher,
            Function<@Nullable Document, @Nullable Comparator<Document>> comparators) {
        this.stored = stored;
        this.matcher = matcher;
        this.comparators = comparators;
    }

    /**
     * What matches, in order; it stops after {@code skip + limit} only where it has to sort.
     *
     * @param limit 0 for all
     */
    Iterator<Document> select(Document query, @Nullable Document orderBy, int skip, int limit) {
        int wanted = limit == 0 ? 0 : skip + limit;
        Plan plan = plan(query, orderBy, wanted);
        Scan scan = new Scan(stored.map(), plan, new Filter(query, plan.byId(), matcher));
        Comparator<Document> order = plan.sorted() ? null : comparators.apply(orderBy);
        return order == null ? scan : DocumentSort.first(scan, order, wanted).iterator();
    }

    /** About how many documents a query reads. */
    double reads(Document query, @Nullable Document orderBy, int wanted) {
        return plan(query, orderBy, wanted).reads(stored.map(), query, wanted);
    }

    private Plan plan(Document query, @Nullable Document orderBy, int wanted) {
        return Planner.choose(stored.map(), stored.indexes(), query, orderBy, wanted);
    }
}
