package id.lumbung.embeddedmongodb;

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

    private final StoredDocuments stored;
    private final CollectionReads reads;
    private final ClientReads clientReads;
    private final FieldUpdates fieldUpdates;

    /** Not the one the superclass updates by: that remembers which array element matched last. */
    private final QueryMatcher matcher = new DefaultQueryMatcher();

    /** The query of the update that is running, see {@link #updateDocuments}. */
    private @Nullable Selection selection;

    private record Selection(Document query, int limit) {}

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> documents,
            Durability durability) {
        super(database, name, options, cursors);
        this.stored =
                new StoredDocuments(documents, new CollectionLog(durability, name, getFullName()));
        this.reads = new CollectionReads(stored, matcher, IndexedCollection::deriveComparator);
        this.clientReads = new ClientReads(reads, cursors, this::project);
        this.fieldUpdates = new FieldUpdates(stored, matcher, this);
    }

    // Reading

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return parameters.getQuerySelector().containsKey("$query")
                ? clientReads.find(parameters)
                : super.handleQuery(parameters);
    }

    private List<Document> project(List<Document> documents, @Nullable Document fields) {
        return matchDocumentsFromStream(
                        EVERYTHING,
                        documents.stream(),
                        0,
                        0,
                        0,
                        (Comparator<Document>) null,
                        fields)
                .collectDocuments();
    }

    /** About how many documents a query reads. */
    double reads(Document query, @Nullable Document orderBy, int wanted) {
        return reads.reads(query, orderBy, wanted);
    }

    /** What the server itself asks, for an update say: everything at once. */
    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Selection running = Thread.holdsLock(this) ? selection : null;
        Iterator<Document> found =
                running != null
                        ? reads.select(running.query, null, 0, running.limit)
                        : reads.select(query, orderBy, skip, limit);
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
        Document match = FirstMatch.take(getFullName());
        return stream(reads.select(match != null ? match : EVERYTHING, null, 0, 0));
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        Stream<Document> found = stream(reads.select(query, null, 0, 0)).skip(skip);
        return (int) (limit > 0 ? found.limit(limit) : found).count();
    }

    @Override
    public int count() {
        return stored.map().size();
    }

    @Override
    public boolean isEmpty() {
        return stored.map().isEmpty();
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
                        stored.get(position), () -> "No document with key " + position));
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        return stored.map().entrySet().stream()
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
            return fieldUpdates.run(selector, change, isMulti ? 0 : 1);
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
        stored.useIndexes(
                getIndexes().stream()
                        .filter(SortedIndex.class::isInstance)
                        .map(SortedIndex.class::cast)
                        .toList());
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        String idField = getIdField();
        Key key =
                Key.of(
                        idField != null
                                ? document.get(idField)
                                : (Object) NEXT_KEY.incrementAndGet());
        stored.put(key, document);
        return key;
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        stored.put(position, after);
    }

    @Override
    protected void removeDocument(Key position) {
        stored.remove(position);
    }

    @Override
    public synchronized void drop() {
        stored.noteDrop();
        super.drop();
    }

    /** Brings a document to what the log says it became, see {@link RedoEntry}. */
    synchronized void restore(byte[] key, byte @Nullable [] document) {
        new RestoredDocument(key, document).into(stored, this);
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
