package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * BSON values as bytes whose unsigned order is the order of the values, which makes comparing keys
 * in a page one array comparison. A UUID keeps its bytes, so version 7 ids are appended at the end
 * of the tree. No value's bytes begin with another's; equal numbers of different types have the
 * same bytes.
 */
final class SortableBytes {

    private static final byte MIN_KEY = 0x05;
    private static final byte NULL = 0x10;
    private static final byte NUMBER = 0x18;
    private static final byte STRING = 0x20;
    private static final byte DOCUMENT = 0x28;
    private static final byte LIST = 0x30;
    private static final byte BINARY = 0x38;
    private static final byte LEGACY_UUID = 0x40;
    private static final byte UUID_ = 0x48;
    private static final byte OBJECT_ID = 0x50;
    private static final byte BOOLEAN = 0x58;
    private static final byte INSTANT = 0x60;
    private static final byte TIMESTAMP = 0x68;
    private static final byte REGEX = 0x70;
    private static final byte MAX_KEY = 0x7F;

    private byte[] buffer = new byte[80];
    private int length;

    byte[] toArray() {
        return Arrays.copyOf(buffer, length);
    }

    int length() {
        return length;
    }

    SortableBytes truncate(int newLength) {
        length = newLength;
        return this;
    }

    SortableBytes bytes(byte[] bytes) {
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** Two bytes, most significant first. */
    SortableBytes unsignedShort(int value) {
        ensure(2);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
        return this;
    }

    /** A value in ascending or, with all bits inverted, in descending order. */
    SortableBytes value(@Nullable Object value, boolean ascending) {
        int start = length;
        var _ = value(value);
        if (!ascending) {
            invert(start);
        }
        return this;
    }

    /** Only the type of {@code value}: what all values comparable with it start with. */
    SortableBytes type(Object value, boolean ascending) {
        int start = length;
        var _ = value(value).truncate(start + 1);
        if (!ascending) {
            invert(start);
        }
        return this;
    }

    private void invert(int start) {
        for (int i = start; i < length; i++) {
            buffer[i] = (byte) ~buffer[i];
        }
    }

    SortableBytes value(@Nullable Object value) {
        return switch (value) {
            case null -> tag(NULL);
            case Missing _ -> tag(NULL);
            case UUID uuid ->
                    tag(UUID_)
                            .longValue(uuid.getMostSignificantBits())
                            .longValue(uuid.getLeastSignificantBits());
            case Instant instant -> tag(INSTANT).longValue(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case String string -> tag(STRING).string(string);
            case Number number -> tag(NUMBER).number(number);
            case Boolean bool -> tag(BOOLEAN).tag((byte) (bool ? 1 : 0));
            case ObjectId id -> tag(OBJECT_ID).bytes(id.toByteArray());
            case BinData binary ->
                    tag(BINARY).intValue(binary.getData().length).bytes(binary.getData());
            case LegacyUUID uuid ->
                    tag(LEGACY_UUID)
                            .longValue(uuid.getUuid().getMostSignificantBits())
                            .longValue(uuid.getUuid().getLeastSignificantBits());
            case Map<?, ?> document -> document(document);
            case Collection<?> list -> list(list);
            case BsonTimestamp timestamp -> tag(TIMESTAMP).longValue(timestamp.getValue());
            case BsonRegularExpression regex ->
                    tag(REGEX)
                            .string(regex.getPattern())
                            .string(String.valueOf(regex.getOptions()));
            case MinKey _ -> tag(MIN_KEY);
            case MaxKey _ -> tag(MAX_KEY);
            default ->
                    throw new IllegalArgumentException(
                            "No key can be made of a " + value.getClass());
        };
    }

    private SortableBytes document(Map<?, ?> document) {
        var _ = tag(DOCUMENT);
        for (Map.Entry<?, ?> field : document.entrySet()) {
            int start = length;
            var _ = value(field.getValue());
            byte[] value = Arrays.copyOfRange(buffer, start, length);
            var _ = truncate(start).tag(value[0]).string((String) field.getKey()).bytes(value);
        }
        return tag((byte) 0);
    }

    private SortableBytes list(Collection<?> list) {
        var _ = tag(LIST);
        for (Object element : list) {
            var _ = value(element);
        }
        return tag((byte) 0);
    }

    /** The nearest double, then by how much a long differs from it. */
    private SortableBytes number(Number number) {
        double nearest = number.doubleValue() + 0.0;
        long bits = Double.doubleToLongBits(nearest);
        var _ = longValue(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        long rest = number instanceof Long whole ? whole - (long) nearest : 0;
        return unsignedShort((int) rest + 0x8000);
    }

    /** By UTF-16 units, as the scan compares; never a zero byte, which ends the string. */
    private SortableBytes string(String string) {
        int units = string.length();
        ensure(3 * units + 1);
        for (int i = 0; i < units; i++) {
            char unit = string.charAt(i);
            if (unit < 2) {
                buffer[length++] = 1;
                buffer[length++] = (byte) (unit + 1);
            } else if (unit < 0x80) {
                buffer[length++] = (byte) unit;
            } else if (unit < 0x800) {
                buffer[length++] = (byte) (0xC0 | unit >> 6);
                buffer[length++] = (byte) (0x80 | (unit & 0x3F));
            } else {
                buffer[length++] = (byte) (0xE0 | unit >> 12);
                buffer[length++] = (byte) (0x80 | (unit >> 6 & 0x3F));
                buffer[length++] = (byte) (0x80 | (unit & 0x3F));
            }
        }
        buffer[length++] = 0;
        return this;
    }

    private SortableBytes tag(byte tag) {
        ensure(1);
        buffer[length++] = tag;
        return this;
    }

    private SortableBytes intValue(int value) {
        return unsignedShort(value >>> 16).unsignedShort(value);
    }

    private SortableBytes longValue(long value) {
        return intValue((int) (value >>> 32)).intValue((int) value);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
