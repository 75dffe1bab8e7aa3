package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a plan one by one, so a limit or a cursor reads no more than it gives.
 * Between two commands it must be paused: pages of an old version are only kept while a command is
 * running. Afterwards it goes on behind the last entry it read, among the documents as they are
 * then.
 */
final class Scan implements Iterator<Document> {

    private final StoredReader found;
    private final Predicate<Document> filter;
    private @Nullable Document next;
    private byte[] storedNext = Bytes.NONE;
    private long bytesRead;

    Scan(MVMap<byte[], byte[]> documents, Plan plan, Predicate<Document> filter) {
        this.found = plan.byId() ? new IdReader(documents, plan) : new RangeReader(documents, plan);
        this.filter = filter;
    }

    /** The stored size of all documents read so far. */
    long bytesRead() {
        return bytesRead;
    }

    /** What the document that {@link #next} gave last was read from. */
    byte[] stored() {
        return storedNext;
    }

    void pause() {
        found.pause();
    }

    @Override
    public boolean hasNext() {
        next = next == null ? find() : next;
        return next != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Document given = next;
        next = null;
        return given;
    }

    private @Nullable Document find() {
        for (byte[] stored = found.next(); stored != null; stored = found.next()) {
            bytesRead += stored.length;
            Document document = Bson.decode(stored);
            if (filter.test(document)) {
                storedNext = stored;
                return document;
            }
        }
        return null;
    }
}
