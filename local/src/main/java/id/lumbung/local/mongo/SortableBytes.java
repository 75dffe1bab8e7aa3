package id.lumbung.local.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that compare, byte by byte and unsigned, in MongoDB's order of the values. Values
 * of the common types only; a document with another (an array, say) stands in a bucket of its own
 * that every query reads too.
 */
final class SortableBytes {

    private static final int NULL = 0x10;
    private static final int NUMBER = 0x20;
    private static final int STRING = 0x30;
    private static final int UUID_ = 0x50;
    private static final int OBJECT_ID = 0x60;
    private static final int BOOLEAN = 0x70;
    private static final int INSTANT = 0x80;

    private byte[] bytes = new byte[64];
    private int length;

    static boolean isSortable(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Missing _, Integer _, Long _, String _, UUID _, ObjectId _, Boolean _, Instant _ ->
                    true;
            case Double number -> !number.isNaN();
            default -> false;
        };
    }

    /**
     * @throws IllegalArgumentException when the value is not {@linkplain #isSortable sortable}
     */
    void append(@Nullable Object value) {
        switch (value) {
            case null -> put(NULL);
            case Missing _ -> put(NULL);
            case Integer number -> put(number.longValue());
            case Long number -> put(number);
            case Double number -> put(number);
            case String text -> put(text);
            case UUID uuid -> {
                put(UUID_);
                putBits(uuid.getMostSignificantBits());
                putBits(uuid.getLeastSignificantBits());
            }
            case ObjectId id -> {
                put(OBJECT_ID);
                put(id.toByteArray());
            }
            case Boolean bool -> {
                put(BOOLEAN);
                put(bool ? 1 : 0);
            }
            case Instant instant -> {
                put(INSTANT);
                putBits(instant.toEpochMilli() ^ Long.MIN_VALUE);
            }
            default -> throw new IllegalArgumentException("Not sortable: " + value.getClass());
        }
    }

    static SortableBytes startingWith(byte[] prefix) {
        var bytes = new SortableBytes();
        bytes.put(prefix);
        return bytes;
    }

    /** These bytes and those. */
    byte[] and(byte[] more) {
        put(more);
        return toArray();
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /**
     * The least bytes that are greater than all that begin with these; null where there are none.
     */
    static byte @Nullable [] after(byte[] prefix) {
        for (var i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                var next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    /** The bytes that all values of this value's type begin with: a range never leaves its type. */
    static byte[] typeOf(Object value) {
        var key = new SortableBytes();
        key.append(value);
        return new byte[] {key.bytes[0]};
    }

    private void put(long number) {
        put(NUMBER);
        putBits(ordered((double) number));
        putBits(number ^ Long.MIN_VALUE);
    }

    /**
     * Numbers compare by value whatever their type: first as doubles, then what a double cannot
     * tell apart as whole numbers.
     */
    private void put(double number) {
        put(NUMBER);
        putBits(ordered(number));
        putBits((long) number ^ Long.MIN_VALUE);
    }

    private static long ordered(double number) {
        var bits = Double.doubleToLongBits(number == 0 ? 0.0 : number);
        return bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    }

    private void put(String text) {
        put(STRING);
        for (var b : text.getBytes(UTF_8)) {
            put(b & 0xFF);
            if (b == 0) {
                put(0xFF);
            }
        }
        put(0);
        put(0);
    }

    private void putBits(long bits) {
        for (var shift = 56; shift >= 0; shift -= 8) {
            put((int) (bits >>> shift) & 0xFF);
        }
    }

    private void put(byte[] raw) {
        ensure(raw.length);
        System.arraycopy(raw, 0, bytes, length, raw.length);
        length += raw.length;
    }

    private void put(int one) {
        ensure(1);
        bytes[length++] = (byte) one;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
