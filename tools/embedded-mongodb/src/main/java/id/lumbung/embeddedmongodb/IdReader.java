package id.lumbung.embeddedmongodb;

import java.util.Iterator;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Reads documents whose ids the query names. */
final class IdReader implements StoredReader {

    private final MVMap<byte[], byte[]> documents;
    private final Iterator<KeyRange> ids;

    IdReader(MVMap<byte[], byte[]> documents, Plan plan) {
        this.documents = documents;
        this.ids = plan.rangesInOrder().iterator();
    }

    @Override
    public byte @Nullable [] next() {
        while (ids.hasNext()) {
            byte[] stored = documents.get(ids.next().from());
            if (stored != null) {
                return stored;
            }
        }
        return null;
    }

    @Override
    public void pause() {
        // Each document is looked up by itself.
    }
}
