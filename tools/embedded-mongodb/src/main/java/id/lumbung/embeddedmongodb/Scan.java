package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import id.lumbung.embeddedmongodb.KeyRanges.Range;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a plan one by one, so a limit or a cursor reads no more than it gives.
 * Between two commands it must be paused: pages of an old version are only kept while a command is
 * running. Afterwards it goes on behind the last entry it read, among the documents as they are
 * then.
 */
final class Scan implements Iterator<Document> {

    private final MVMap<byte[], byte[]> documents;
    private final MVMap<byte[], byte[]> entries;
    private final Plan plan;
    private final Predicate<Document> filter;
    private final @Nullable Set<Key> seen;

    private int nextRange;
    private @Nullable Range range;
    private @Nullable Cursor<byte[], byte[]> cursor;
    private byte @Nullable [] last;
    private @Nullable Document next;
    private byte[] storedNext = Bytes.NONE;
    private long bytesRead;

    Scan(MVMap<byte[], byte[]> documents, Plan plan, Predicate<Document> filter) {
        this.documents = documents;
        this.entries = plan.index() == null ? documents : plan.index().entries();
        this.plan = plan;
        this.filter = filter;
        this.seen = plan.index() != null && plan.index().holdsArrays() ? new HashSet<>() : null;
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
        cursor = null;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    @Override
    public Document next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Document found = next;
        next = null;
        return found;
    }

    private @Nullable Document find() {
        while (true) {
            byte[] stored = plan.byId() ? nextById() : nextInRange();
            if (stored == null) {
                return null;
            }
            bytesRead += stored.length;
            Document document = Bson.decode(stored);
            if (filter.test(document)) {
                storedNext = stored;
                return document;
            }
        }
    }

    private byte @Nullable [] nextById() {
        while (nextRange < plan.ranges().size()) {
            byte[] stored = documents.get(rangeAt(nextRange++).from());
            if (stored != null) {
                return stored;
            }
        }
        return null;
    }

    private byte @Nullable [] nextInRange() {
        while (true) {
            byte[] entry = nextEntry();
            if (entry == null) {
                if (nextRange == plan.ranges().size()) {
                    return null;
                }
                range = rangeAt(nextRange++);
                last = null;
                cursor = null;
                continue;
            }
            last = entry;
            if (plan.index() == null) {
                return cursor == null ? null : cursor.getValue();
            }
            byte[] position = SortedIndex.position(entry);
            byte[] stored =
                    seen == null || seen.add(new Key(position)) ? documents.get(position) : null;
            if (stored != null) {
                return stored;
            }
        }
    }

    private Range rangeAt(int number) {
        return plan.ranges().get(plan.backwards() ? plan.ranges().size() - 1 - number : number);
    }

    private byte @Nullable [] nextEntry() {
        Range current = range;
        if (current == null) {
            return null;
        }
        Cursor<byte[], byte[]> open = cursor;
        if (open == null) {
            open =
                    plan.backwards()
                            ? entries.cursor(last != null ? last : current.to(), null, true)
                            : entries.cursor(last != null ? last : current.from());
            cursor = open;
        }
        while (open.hasNext()) {
            byte[] entry = open.next();
            if (last != null && Arrays.equals(entry, last)) {
                continue;
            }
            if (plan.backwards()) {
                if (current.to() != null && Arrays.compareUnsigned(entry, current.to()) >= 0) {
                    continue;
                }
                return current.from() == null || Arrays.compareUnsigned(entry, current.from()) >= 0
                        ? entry
                        : null;
            }
            return current.to() == null || Arrays.compareUnsigned(entry, current.to()) < 0
                    ? entry
                    : null;
        }
        return null;
    }
}
