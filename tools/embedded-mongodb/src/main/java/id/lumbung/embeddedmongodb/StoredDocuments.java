package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.MongoCollection;
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
    private final Store store;

    /** Null for what describes the structure, which is not in the log. */
    private final byte @Nullable [] logName;

    private volatile List<SortedIndex> indexes = List.of();

    StoredDocuments(MVMap<byte[], byte[]> documents, Store store, String name, String fullName) {
        this.documents = documents;
        this.store = store;
        this.logName = name.startsWith("system.") ? null : fullName.getBytes(UTF_8);
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
        noteChange(key.bytes(), bytes);
    }

    void remove(Key key) {
        byte[] removed = documents.remove(key.bytes());
        Objects.requireNonNull(removed, () -> "No document with key " + key);
        noteChange(key.bytes(), null);
    }

    /**
     * Notes that all documents went with the collection, which may be made again under its name.
     */
    void noteDrop() {
        noteChange(Bytes.NONE, null);
    }

    private void noteChange(byte[] key, byte @Nullable [] document) {
        if (logName == null) {
            store.structureChanged();
        } else {
            store.changed(logName, key, document);
        }
    }

    /** Brings a document and its index entries to what the log says it became. */
    void restore(byte[] key, byte @Nullable [] document, MongoCollection<Key> collection) {
        if (key.length == 0) {
            documents.clear();
            indexes.forEach(index -> index.entries().clear());
            return;
        }
        byte[] before = document == null ? documents.remove(key) : documents.put(key, document);
        for (SortedIndex index : indexes) {
            if (before != null) {
                var _ = index.remove(Bson.decode(before));
            }
            if (document != null) {
                index.add(Bson.decode(document), new Key(key), collection);
            }
        }
    }
}
