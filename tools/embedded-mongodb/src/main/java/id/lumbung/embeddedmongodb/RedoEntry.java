package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One change in a log: length, the length with all bits inverted, a checksum, then collection, key
 * and document, each behind its length. The length stands there twice, so that an entry of which a
 * kill let only the beginning be written (its length is right, and there is less) is told from one
 * that was damaged later.
 */
final class RedoEntry {

    private static final int HEADER = 3 * Integer.BYTES;
    private static final int DELETED = -1;

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

    static byte[] write(byte[] collection, byte[] key, byte @Nullable [] document) {
        int length =
                3 * Integer.BYTES
                        + collection.length
                        + key.length
                        + (document == null ? 0 : document.length);
        ByteBuffer entry = ByteBuffer.allocate(HEADER + length).position(HEADER);
        var _ = entry.putInt(collection.length).put(collection).putInt(key.length).put(key);
        if (document != null) {
            var _ = entry.putInt(document.length).put(document);
        } else {
            var _ = entry.putInt(DELETED);
        }
        return entry.putInt(0, length)
                .putInt(Integer.BYTES, ~length)
                .putInt(2 * Integer.BYTES, checksum(entry.slice(HEADER, length)))
                .array();
    }

    /**
     * Reads the entry at the buffer's position and goes behind it.
     *
     * @return null if only its beginning is there
     * @throws Damaged if it is not what was written
     */
    static @Nullable RedoEntry read(ByteBuffer log) throws Damaged {
        if (log.remaining() < HEADER) {
            return null;
        }
        int length = log.getInt();
        if (log.getInt() != ~length || length <= 0) {
            throw new Damaged();
        }
        int checksum = log.getInt();
        if (length > log.remaining()) {
            return null;
        }
        if (checksum(log.slice(log.position(), length)) != checksum) {
            throw new Damaged();
        }
        byte[] collection = bytes(log, log.getInt());
        byte[] key = bytes(log, log.getInt());
        int size = log.getInt();
        return new RedoEntry(collection, key, size == DELETED ? null : bytes(log, size));
    }

    private static byte[] bytes(ByteBuffer log, int length) {
        byte[] bytes = new byte[length];
        var _ = log.get(bytes);
        return bytes;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /** What stands in the file is not what was written. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;
    }
}
