package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One change in a log: collection, key and document, each behind its length, in a {@link
 * RedoFrame}.
 */
final class RedoEntry {

    private final byte[] collection;
    private final byte[] key;
    private final byte @Nullable [] document;

    private RedoEntry(byte[] collection, byte[] key, byte @Nullable [] document) {
        this.collection = collection;
        this.key = key;
        this.document = document;
    }

    String collection() {
        return new String(collection, UTF_8);
    }

    /** Empty if all documents of the collection were deleted. */
    byte[] key() {
        return key;
    }

    /** The document as it became, null if it was deleted. */
    byte @Nullable [] document() {
        return document;
    }

    /**
     * Reads the entry at the buffer's position and goes behind it.
     *
     * @return null if only its beginning is there
     */
    static @Nullable RedoEntry read(ByteBuffer log) throws DamagedEntry {
        if (!RedoFrame.read(log)) {
            return null;
        }
        byte[] collection = bytes(log, log.getInt());
        byte[] key = bytes(log, log.getInt());
        int size = log.getInt();
        return new RedoEntry(collection, key, size == RedoBytes.DELETED ? null : bytes(log, size));
    }

    private static byte[] bytes(ByteBuffer log, int length) {
        byte[] bytes = new byte[length];
        var _ = log.get(bytes);
        return bytes;
    }
}
