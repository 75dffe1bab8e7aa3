package id.lumbung.embeddedmongodb;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Reads documents along the entries of an index, or along the documents themselves. */
final class RangeReader implements StoredReader {

    private final MVMap<byte[], byte[]> documents;
    private final Plan plan;
    private final MVMap<byte[], byte[]> allEntries;
    private final Iterator<KeyRange> ranges;
    private final @Nullable Set<Key> seen;
    private @Nullable EntryCursor entries;

    RangeReader(MVMap<byte[], byte[]> documents, Plan plan) {
        this.documents = documents;
        this.plan = plan;
        this.allEntries = plan.index() == null ? documents : plan.index().entries();
        this.ranges = plan.rangesInOrder().iterator();
        this.seen = plan.index() != null && plan.index().holdsArrays() ? new HashSet<>() : null;
    }

    @Override
    public void pause() {
        if (entries != null) {
            entries.pause();
        }
    }

    @Override
    public byte @Nullable [] next() {
        while (true) {
            EntryCursor cursor = entries;
            byte[] entry = cursor == null ? null : cursor.next();
            if (cursor != null && entry != null) {
                byte[] stored = stored(cursor, entry);
                if (stored != null) {
                    return stored;
                }
            } else if (ranges.hasNext()) {
                entries = new EntryCursor(allEntries, ranges.next(), plan.backwards());
            } else {
                return null;
            }
        }
    }

    private byte @Nullable [] stored(EntryCursor cursor, byte[] entry) {
        if (plan.index() == null) {
            return cursor.value();
        }
        byte[] position = IndexEntry.position(entry);
        return seen == null || seen.add(new Key(position)) ? documents.get(position) : null;
    }
}
