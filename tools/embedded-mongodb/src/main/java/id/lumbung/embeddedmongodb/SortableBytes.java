package id.lumbung.embeddedmongodb;

import org.jspecify.annotations.Nullable;

/**
 * BSON values as bytes whose unsigned order is the order of the values, which makes comparing keys
 * in a page one array comparison. A UUID keeps its bytes, so version 7 ids are appended at the end
 * of the tree. No value's bytes begin with another's; equal numbers of different types have the
 * same bytes.
 */
final class SortableBytes {

    private final GrowingBytes out = new GrowingBytes();
    private final SortableValues values = new SortableValues(out);

    byte[] toArray() {
        return out.toArray();
    }

    SortableBytes clear() {
        out.truncate(0);
        return this;
    }

    SortableBytes bytes(byte[] bytes) {
        var _ = out.put(bytes);
        return this;
    }

    SortableBytes value(@Nullable Object value) {
        values.write(value);
        return this;
    }

    /** A value in ascending or, with all bits inverted, in descending order. */
    SortableBytes value(@Nullable Object value, boolean ascending) {
        int start = out.length();
        values.write(value);
        if (!ascending) {
            out.invertFrom(start);
        }
        return this;
    }

    /** Only the type of {@code value}: what all values comparable with it start with. */
    SortableBytes type(Object value, boolean ascending) {
        int start = out.length();
        values.write(value);
        out.truncate(start + 1);
        if (!ascending) {
            out.invertFrom(start);
        }
        return this;
    }
}
