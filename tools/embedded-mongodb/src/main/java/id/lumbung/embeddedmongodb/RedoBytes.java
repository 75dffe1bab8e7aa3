package id.lumbung.embeddedmongodb;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A change as it is written into a log, where a {@link RedoEntry} reads it. */
final class RedoBytes {

    /** In place of a document's length. */
    static final int DELETED = -1;

    private RedoBytes() {}

    /**
     * @param key empty if all documents of the collection were deleted
     * @param document null if it was deleted
     */
    static byte[] of(byte[] collection, byte[] key, byte @Nullable [] document) {
        byte[] stored = document == null ? Bytes.NONE : document;
        int length = 3 * Integer.BYTES + collection.length + key.length + stored.length;
        return RedoFrame.around(
                length,
                entry -> {
                    put(collection.length, collection, entry);
                    put(key.length, key, entry);
                    put(document == null ? DELETED : stored.length, stored, entry);
                });
    }

    private static void put(int length, byte[] bytes, ByteBuffer entry) {
        var _ = entry.putInt(length).put(bytes);
    }
}
