package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose documents stand as BSON in one sorted map, by their id. Writers take turns;
 * readers do not wait for them. Every document read is decoded anew, so none is changed under
 * another's eyes.
 */
final class IndexedCollection extends AbstractMongoCollection<Key> {

    private static final Document EVERYTHING = new Document();
    private static final AtomicLong NEXT_KEY = new AtomicLong(System.currentTimeMillis() << 12);

    private final MVMap<byte[], byte[]> documents;
    private final Store store;

    /** Null for what describes the structure, which is not in the log. */
    private final byte @Nullable [] logName;

    /** Not the one the superclass updates by: that remembers which array element matched last. */
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    private volatile List<SortedIndex> indexes = List.of();

    /** The query of the update that is running, see {@link #updateDocuments}. */
    private @Nullable Selection selection;

    private record Selection(Document query, int limit) {}

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> documents,
            Store store) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.store = store;
        this.logName = name.startsWith("system.") ? null : getFullName().getBytes(UTF_8);
    }

    MVMap<byte[], byte[]> documents() {
        return documents;
    }

    // Reading

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        if (!selector.containsKey("$query")) {
            return super.handleQuery(parameters);
        }
        return find(
                (Document) selector.get("$query"),
                (Document) selector.get("$orderby"),
                parameters.getNumberToSkip(),
                Math.abs(parameters.getLimit()),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    /**
     * What a client asks: in batches, read when they are fetched unless they have to be sorted
     * first.
     */
    private QueryResult find(
            Document query,
            @Nullable Document orderBy,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fields) {
        Iterator<Document> found = select(query, orderBy, skip, limit);
        for (int i = 0; i < skip && found.hasNext(); i++) {
            var _ = found.next();
        }
        BatchCursor cursor =
                new BatchCursor(
                        cursorRegistry.generateCursorId(),
                        found,
                        limit == 0 ? Long.MAX_VALUE : limit,
                        batch ->
                                super.matchDocumentsFromStream(
                                                EVERYTHING,
                                                batch.stream(),
                                                0,
                                                0,
                                                0,
                                                (Comparator<Document>) null,
                                                fields)
                                        .collectDocuments());
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty()) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        return new QueryResult(first, cursor);
    }

    /** What matches, in order; it stops after {@code skip + limit} only where it has to sort. */
    private Iterator<Document> select(
            Document query, @Nullable Document orderBy, int skip, int limit) {
        int wanted = limit == 0 ? 0 : skip + limit;
        Plan plan = Plan.choose(documents, indexes, query, orderBy, wanted);
        Scan scan = new Scan(documents, plan, new Filter(query, plan.byId(), matcher));
        Comparator<Document> order = plan.ordered() ? null : deriveComparator(orderBy);
        return order == null ? scan : sort(scan, order, wanted).iterator();
    }

    /**
     * Keeps no more than twice the documents wanted in memory; all of them if {@code wanted} is 0.
     */
    private static List<Document> sort(
            Iterator<Document> found, Comparator<Document> order, int wanted) {
        List<Document> sorted = new ArrayList<>();
        while (found.hasNext()) {
            var _ = sorted.add(found.next());
            if (wanted > 0 && sorted.size() >= 2L * wanted + 64) {
                sorted.sort(order);
                sorted.subList(wanted, sorted.size()).clear();
            }
        }
        sorted.sort(order);
        return sorted;
    }

    /** About how many documents a query reads. */
    double reads(Document query, @Nullable Document orderBy, int wanted) {
        return Plan.choose(documents, indexes, query, orderBy, wanted)
                .reads(documents, query, wanted);
    }

    /** What the server itself asks, for an update say: everything at once. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Selection running = Thread.holdsLock(this) ? selection : null;
        Iterator<Document> found =
                running != null
                        ? select(running.query, null, 0, running.limit)
                        : select(query, orderBy, skip, limit);
        return matchDocumentsFromStream(
                EVERYTHING,
                stream(found),
                skip,
                running != null ? running.limit : limit,
                batchSize,
                (Comparator<Document>) null,
                fields);
    }

    private static Stream<Document> stream(Iterator<Document> documents) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(documents, 0), false);
    }

    /**
     * For aggregations: what passes their first stage, if that is a {@code $match}, which they then
     * ask again.
     */
    @Override
    public Stream<Document> queryAllAsStream() {
        Document match = store.takeMatch(getFullName());
        return stream(select(match != null ? match : EVERYTHING, null, 0, 0));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        Stream<Document> found = stream(select(query, null, 0, 0)).skip(skip);
        return (int) (limit > 0 ? found.limit(limit) : found).count();
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Document getDocument(Key position) {
        return Bson.decode(
                Objects.requireNonNull(
                        documents.get(position.bytes()), () -> "No document with key " + position));
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(
                                Bson.decode(entry.getValue()), new Key(entry.getKey())));
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document query) {
        return query.isEmpty() || matcher.matches(document, query);
    }

    // Writing

    @Override
    public synchronized void addDocument(Document document) {
        super.addDocument(document);
    }

    @Override
    public synchronized void removeDocument(Document document) {
        super.removeDocument(document);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return super.deleteDocuments(selector, limit, oplog);
    }

    /**
     * The superclass asks of each document again which array element the selector matched, and
     * reads all documents even to update one. Only an update with a positional {@code $} needs the
     * former; the others get an empty selector.
     */
    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters filters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        FieldChange change = isUpsert ? null : FieldChange.of(update);
        if (change != null) {
            return changeFields(selector, change, isMulti ? 0 : 1);
        }
        return updateByServer(selector, update, filters, isMulti, isUpsert, oplog);
    }

    private synchronized Document updateByServer(
            Document selector,
            Document update,
            ArrayFilters filters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        if (isUpsert || isPositional(update)) {
            return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
        }
        selection = new Selection(selector, isMulti ? 0 : 1);
        try {
            return super.updateDocuments(EVERYTHING, update, filters, isMulti, false, oplog);
        } finally {
            selection = null;
        }
    }

    /**
     * The usual update, without the superclass's deep copies of each document. It looks for them
     * beside other writers, and keeps those out for one document at a time, at which it looks again
     * if it was changed meanwhile.
     */
    private Document changeFields(Document selector, FieldChange change, int limit) {
        Plan plan = Plan.choose(documents, indexes, selector, null, limit);
        Filter filter = new Filter(selector, plan.byId(), matcher);
        Scan scan = new Scan(documents, plan, filter);
        List<Found> found;
        int matched = 0;
        int modified = 0;
        do {
            found = take(scan, limit);
            for (Found one : found) {
                Outcome outcome = change(one, change, filter);
                matched += outcome == Outcome.GONE ? 0 : 1;
                modified += outcome == Outcome.CHANGED ? 1 : 0;
            }
        } while (matched < limit && !found.isEmpty());
        return new Document("n", matched).append("nModified", modified);
    }

    private static List<Found> take(Scan scan, int limit) {
        List<Found> taken = new ArrayList<>();
        while (scan.hasNext() && (limit == 0 || taken.size() < limit)) {
            Document document = scan.next();
            var _ = taken.add(new Found(document, scan.stored()));
        }
        return taken;
    }

    private enum Outcome {
        GONE,
        SAME,
        CHANGED
    }

    /** A document and the bytes it was read from. */
    private static final class Found {
        private final Document document;
        private final byte[] stored;

        Found(Document document, byte[] stored) {
            this.document = document;
            this.stored = stored;
        }
    }

    private synchronized Outcome change(Found found, FieldChange change, Filter filter) {
        Key position = Key.of(found.document.get("_id"));
        byte[] now = documents.get(position.bytes());
        if (now == null) {
            return Outcome.GONE;
        }
        Document before = found.document;
        if (!Arrays.equals(now, found.stored)) {
            before = Bson.decode(now);
            if (!filter.test(before)) {
                return Outcome.GONE;
            }
        }
        Document after = change.applyTo(before);
        if (after == null) {
            return Outcome.SAME;
        }
        for (SortedIndex index : indexes) {
            index.checkUpdate(before, after, this);
        }
        for (SortedIndex index : indexes) {
            index.updateInPlace(before, after, position, this);
        }
        put(position, after);
        return Outcome.CHANGED;
    }

    private static boolean isPositional(Document update) {
        return update.values().stream()
                .anyMatch(change ->
                        change instanceof Document fields
                                && fields.keySet().stream().anyMatch(field -> field.contains("$")));
    }

    @Override
    public synchronized void addIndex(Index<Key> index) {
        super.addIndex(index);
        takeIndexes();
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
        takeIndexes();
    }

    private void takeIndexes() {
        indexes =
                getIndexes().stream()
                        .filter(SortedIndex.class::isInstance)
                        .map(SortedIndex.class::cast)
                        .toList();
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        String idField = getIdField();
        Key key =
                Key.of(
                        idField != null
                                ? document.get(idField)
                                : (Object) NEXT_KEY.incrementAndGet());
        put(key, document);
        return key;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        put(position, after);
    }

    private void put(Key key, Document document) {
        byte[] bytes = Bson.encode(document);
        var _ = documents.put(key.bytes(), bytes);
        changed(key, bytes);
    }

    @Override
    protected void removeDocument(Key position) {
        byte[] removed = documents.remove(position.bytes());
        Objects.requireNonNull(removed, () -> "No document with key " + position);
        changed(position, null);
    }

    private void changed(Key key, byte @Nullable [] document) {
        if (logName == null) {
            store.structureChanged();
        } else {
            store.changed(logName, key.bytes(), document);
        }
    }

    /**
     * Takes note that all documents went with the collection, which may be made again under its
     * name.
     */
    @Override
    public synchronized void drop() {
        changed(new Key(Bytes.NONE), null);
        super.drop();
    }

    private void clear() {
        documents.clear();
        indexes.forEach(index -> index.entries().clear());
    }

    /** Brings a document to what the log says it became. */
    synchronized void restore(byte[] key, byte @Nullable [] document) {
        if (key.length == 0) {
            clear();
            return;
        }
        byte[] before = document == null ? documents.remove(key) : documents.put(key, document);
        for (SortedIndex index : indexes) {
            if (before != null) {
                var _ = index.remove(Bson.decode(before));
            }
            if (document != null) {
                index.add(Bson.decode(document), new Key(key), this);
            }
        }
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("The size is not kept");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
