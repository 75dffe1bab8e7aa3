package id.lumbung.embeddedmongodb;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entries from {@code from} on and before {@code to}; null is no bound. */
final class KeyRange {

    private final byte @Nullable [] from;
    private final byte @Nullable [] to;

    KeyRange(byte @Nullable [] from, byte @Nullable [] to) {
        this.from = from;
        this.to = to;
    }

    /** Everything that starts with {@code prefix}. */
    static KeyRange startingWith(byte[] prefix) {
        return new KeyRange(prefix, after(prefix));
    }

    byte @Nullable [] from() {
        return from;
    }

    byte @Nullable [] to() {
        return to;
    }

    boolean endsBefore(byte[] entry) {
        return to != null && Arrays.compareUnsigned(entry, to) >= 0;
    }

    boolean beginsBehind(byte[] entry) {
        return from != null && Arrays.compareUnsigned(entry, from) < 0;
    }

    /**
     * The smallest bytes greater than everything that starts with {@code prefix}; no tag is 0xFF,
     * so there is one.
     */
    static byte[] after(byte[] prefix) {
        int last = prefix.length - 1;
        while (prefix[last] == (byte) 0xFF) {
            last--;
        }
        byte[] next = Arrays.copyOf(prefix, last + 1);
        next[last]++;
        return next;
    }
}
