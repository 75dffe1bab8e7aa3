package id.lumbung.embeddedmongodb;

import java.util.Arrays;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Walks the entries of one range, from its beginning or from its end. */
final class EntryCursor {

    private final MVMap<byte[], byte[]> entries;
    private final KeyRange range;
    private final boolean backwards;
    private @Nullable Cursor<byte[], byte[]> open;
    private byte @Nullable [] last;

    EntryCursor(MVMap<byte[], byte[]> entries, KeyRange range, boolean backwards) {
        this.entries = entries;
        this.range = range;
        this.backwards = backwards;
    }

    /**
     * Lets go of the pages; the next entry is the one behind the last given, as things are then.
     */
    void pause() {
        open = null;
    }

    /** Null behind the last. */
    byte @Nullable [] next() {
        Cursor<byte[], byte[]> cursor = open == null ? open() : open;
        open = cursor;
        while (cursor.hasNext()) {
            byte[] entry = cursor.next();
            boolean isGivenAlready = last != null && Arrays.equals(entry, last);
            if (isGivenAlready || (backwards && range.endsBefore(entry))) {
                continue;
            }
            if (backwards ? range.beginsBehind(entry) : range.endsBefore(entry)) {
                return null;
            }
            last = entry;
            return entry;
        }
        return null;
    }

    private Cursor<byte[], byte[]> open() {
        return backwards
                ? entries.cursor(last != null ? last : range.to(), null, true)
                : entries.cursor(last != null ? last : range.from());
    }

    /** What stands under the entry given last. */
    byte @Nullable [] value() {
        return open == null ? null : open.getValue();
    }
}
