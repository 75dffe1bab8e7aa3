package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of one collection: its documents as BSON in one sorted map, by their id, and the
 * indexes on them. Every change is noted in the log.
 */
final class StoredDocuments {

    private final MVMap<byte[], byte[]> documents;
    private final CollectionLog log;
    private volatile List<SortedIndex> indexes = List.of();

    StoredDocuments(MVMap<byte[], byte[]> documents, CollectionLog log) {
        this.documents = documents;
        this.log = log;
    }

    MVMap<byte[], byte[]> map() {
        return documents;
    }

    List<SortedIndex> indexes() {
        return indexes;
    }

    void useIndexes(List<SortedIndex> current) {
        indexes = List.copyOf(current);
    }

    byte @Nullable [] get(Key key) {
        return documents.get(key.bytes());
    }

    void put(Key key, Document document) {
        byte[] bytes = Bson.encode(document);
        var _ = documents.put(key.bytes(), bytes);
        log.note(key.bytes(), bytes);
    }

    void remove(Key key) {
        byte[] removed = documents.remove(key.bytes());
        Objects.requireNonNull(removed, () -> "No document with key " + key);
        log.note(key.bytes(), null);
    }

    /**
     * Notes that all documents went with the collection, which may be made again under its name.
     */
    void noteDrop() {
        log.note(Bytes.NONE, null);
    }
}
