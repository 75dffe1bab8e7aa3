package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import org.jspecify.annotations.Nullable;

/** What the log says a document became, see {@link RedoEntry}. */
final class RestoredDocument {

    private final byte[] key;
    private final byte @Nullable [] document;

    RestoredDocument(byte[] key, byte @Nullable [] document) {
        this.key = key;
        this.document = document;
    }

    /** Brings the document and its index entries to it; an empty key stands for all documents. */
    void into(StoredDocuments stored, MongoCollection<Key> collection) {
        if (key.length == 0) {
            stored.map().clear();
            stored.indexes().forEach(index -> index.entries().clear());
            return;
        }
        byte[] before =
                document == null ? stored.map().remove(key) : stored.map().put(key, document);
        for (SortedIndex index : stored.indexes()) {
            if (before != null) {
                var _ = index.remove(Bson.decode(before));
            }
            if (document != null) {
                index.add(Bson.decode(document), new Key(key), collection);
            }
        }
    }
}
