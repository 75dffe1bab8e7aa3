package id.lumbung.embeddedmongodb;

import java.util.Arrays;

/**
 * An entry of a {@link SortedIndex}: the values of the index's keys, then the document's key, then
 * that key's length in two bytes.
 */
final class IndexEntry {

    private static final int MAX_ID_BYTES = 0xFFFF;

    private IndexEntry() {}

    static byte[] of(byte[] values, Key position) {
        int length = position.bytes().length;
        if (length > MAX_ID_BYTES) {
            throw new IllegalArgumentException(
                    "An _id of " + length + " bytes is too long for an index");
        }
        byte[] entry = Arrays.copyOf(values, values.length + length + 2);
        System.arraycopy(position.bytes(), 0, entry, values.length, length);
        entry[entry.length - 2] = (byte) (length >>> 8);
        entry[entry.length - 1] = (byte) length;
        return entry;
    }

    /** The key of the document. */
    static byte[] position(byte[] entry) {
        int end = entry.length - 2;
        int length = (entry[end] & 0xFF) << 8 | (entry[end + 1] & 0xFF);
        return Arrays.copyOfRange(entry, end - length, end);
    }

    /** Whether it is the entry of these values, for another document than that at the key. */
    static boolean isOfAnother(byte[] entry, byte[] values, Key position) {
        return entry.length > values.length
                && Arrays.mismatch(entry, values) == values.length
                && !Arrays.equals(position(entry), position.bytes());
    }
}
