package id.lumbung.embeddedmongodb;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * What stands before each entry of a log: its length, the length with all bits inverted, a
 * checksum. The length stands there twice, so that an entry of which a kill let only the beginning
 * be written (its length is right, and there is less) is told from one that was damaged later.
 */
final class RedoFrame {

    private static final int HEADER = 3 * Integer.BYTES;

    private RedoFrame() {}

    /**
     * An entry with its frame.
     *
     * @param length of the entry in bytes
     * @param entry writes so many
     */
    static byte[] around(int length, Consumer<ByteBuffer> entry) {
        byte[] frame = new byte[HEADER + length];
        ByteBuffer buffer = ByteBuffer.wrap(frame).position(HEADER);
        entry.accept(buffer);
        var _ =
                buffer.putInt(0, length)
                        .putInt(Integer.BYTES, ~length)
                        .putInt(2 * Integer.BYTES, checksum(buffer.slice(HEADER, length)));
        return frame;
    }

    /**
     * Reads the frame at the buffer's position; the entry is at the position then.
     *
     * @return whether the entry is there; otherwise only its beginning is
     * @throws DamagedEntry if it is not what was written
     */
    static boolean read(ByteBuffer log) throws DamagedEntry {
        if (log.remaining() < HEADER) {
            return false;
        }
        int length = log.getInt();
        if (log.getInt() != ~length || length <= 0) {
            throw new DamagedEntry();
        }
        int checksum = log.getInt();
        if (length > log.remaining()) {
            return false;
        }
        if (checksum(log.slice(log.position(), length)) != checksum) {
            throw new DamagedEntry();
        }
        return true;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
