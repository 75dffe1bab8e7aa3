package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import id.lumbung.local.mongo.SortedIndex.Bound;
import id.lumbung.local.mongo.SortedIndex.Condition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that finds documents by id or by the best of its indexes, and reads no further than
 * a limit asks where the order allows it.
 */
final class IndexedCollection extends H2Collection {

    private final MVMap<Object, Document> documents;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    /** Sizes of documents are not asked for, and to keep them would cost a write each time. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /**
     * A stored document is never handed out: the server changes what it finds in place, and the
     * store writes at the same time.
     */
    @Override
    protected @Nullable Document getDocument(Object position) {
        var document = documents.get(position);
        return document == null ? null : document.clone();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        var conditions = new HashMap<String, Condition>();
        var ids = new TreeSet<>(new IdType());
        var byId = collect(query, conditions, ids);
        if (byId) {
            return match(ids.stream(), query, orderBy, skip, limit, batchSize, projection);
        }
        SortedIndex best = null;
        var bestScore = 0;
        for (var index : getIndexes()) {
            if (index instanceof SortedIndex sorted && sorted.score(conditions) > bestScore) {
                best = sorted;
                bestScore = sorted.score(conditions);
            }
        }
        if (best != null) {
            var ordered = orderBy == null || best.givesOrder(conditions, orderBy);
            return match(
                    best.search(conditions),
                    query,
                    ordered ? null : orderBy,
                    skip,
                    limit,
                    batchSize,
                    projection);
        }
        var inOrder = orderBy != null && !orderBy.isEmpty() ? firstInOrder(orderBy, limit) : null;
        if (inOrder != null && query.isEmpty()) {
            return match(inOrder, query, null, skip, limit, batchSize, projection);
        }
        return match(
                documents.keySet().stream(), query, orderBy, skip, limit, batchSize, projection);
    }

    /**
     * All documents in the order of an index that holds every one of them; null where there is
     * none.
     */
    private @Nullable Stream<Object> firstInOrder(Document orderBy, int limit) {
        return limit == 0
                ? null
                : getIndexes().stream()
                        .filter(SortedIndex.class::isInstance)
                        .map(SortedIndex.class::cast)
                        .filter(index ->
                                index.getCount() == documents.sizeAsLong()
                                        && index.givesOrder(Map.of(), orderBy))
                        .findFirst()
                        .map(index -> index.search(Map.of()))
                        .orElse(null);
    }

    private QueryResult match(
            Stream<Object> positions,
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document projection) {
        return matchDocumentsFromStream(
                positions.map(this::getDocument).filter(Objects::nonNull),
                query,
                orderBy,
                skip,
                limit,
                batchSize,
                projection);
    }

    /**
     * Gathers what a query demands of its fields, through {@code $and}. What is not understood is
     * left out: it narrows the answer later, when each document is looked at.
     *
     * @return whether the ids are all that can match
     */
    private static boolean collect(
            Document query, Map<String, Condition> conditions, Collection<Object> ids) {
        var byId = false;
        for (var part : query.entrySet()) {
            var field = part.getKey();
            var demand = part.getValue();
            if (field.equals("$and") && demand instanceof Collection<?> parts) {
                for (var each : parts) {
                    if (each instanceof Document document) {
                        byId |= collect(document, conditions, ids);
                    }
                }
            } else if (field.equals("_id")) {
                byId |= collectIds(demand, ids, byId);
            } else if (!field.startsWith("$")) {
                var condition = condition(demand);
                if (condition != null) {
                    conditions.merge(field, condition, IndexedCollection::both);
                }
            }
        }
        return byId;
    }

    private static boolean collectIds(
            @Nullable Object demand, Collection<Object> ids, boolean known) {
        if (known) {
            return true;
        }
        if (demand instanceof Document operators && isOperators(operators)) {
            if (operators.get("$in") instanceof Collection<?> values
                    && values.stream()
                            .allMatch(value -> value != null && SortableBytes.isSortable(value))) {
                ids.addAll(values);
                return true;
            }
            return false;
        }
        if (demand != null && SortableBytes.isSortable(demand)) {
            ids.add(demand);
            return true;
        }
        return false;
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    private static @Nullable Condition condition(@Nullable Object demand) {
        if (!(demand instanceof Document operators)) {
            return demand != null
                            && !(demand instanceof Missing)
                            && SortableBytes.isSortable(demand)
                    ? Condition.equalTo(demand)
                    : null;
        }
        if (operators.containsKey("$eq")) {
            return condition(operators.get("$eq"));
        }
        var lower = bound(operators, "$gt", "$gte");
        var upper = bound(operators, "$lt", "$lte");
        if (lower == null && upper == null) {
            return null;
        }
        if (lower != null
                && upper != null
                && SortableBytes.typeOf(lower.value())[0]
                        != SortableBytes.typeOf(upper.value())[0]) {
            upper = null;
        }
        return new Condition(false, null, lower, upper);
    }

    private static @Nullable Bound bound(Document operators, String exclusive, String inclusive) {
        var open = operators.get(exclusive);
        if (open != null && SortableBytes.isSortable(open)) {
            return new Bound(open, false);
        }
        var closed = operators.get(inclusive);
        return closed != null && SortableBytes.isSortable(closed) ? new Bound(closed, true) : null;
    }

    /**
     * Two demands on one field: the stronger kind, or the first; the other is looked at document by
     * document.
     */
    private static Condition both(Condition first, Condition second) {
        if (first.equality() || second.equality()) {
            return first.equality() ? first : second;
        }
        var lower = first.lower() != null ? first.lower() : second.lower();
        var upper = first.upper() != null ? first.upper() : second.upper();
        if (lower != null
                && upper != null
                && SortableBytes.typeOf(lower.value())[0]
                        != SortableBytes.typeOf(upper.value())[0]) {
            return first;
        }
        return new Condition(false, null, lower, upper);
    }
}
