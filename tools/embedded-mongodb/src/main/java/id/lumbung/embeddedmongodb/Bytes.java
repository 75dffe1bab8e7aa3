package id.lumbung.embeddedmongodb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Bytes in a page of the store, in unsigned order. Sorted neighbours begin alike, so of a page's
 * keys only what differs from the one before is written; values are written whole.
 */
final class Bytes extends BasicDataType<byte[]> {

    static final byte[] NONE = {};
    private static final int ARRAY_HEADER = 24;

    private final boolean sorted;

    private Bytes(boolean sorted) {
        this.sorted = sorted;
    }

    static Bytes keys() {
        return new Bytes(true);
    }

    static Bytes values() {
        return new Bytes(false);
    }

    @Override
    public int compare(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other);
    }

    @Override
    public int getMemory(byte[] bytes) {
        return ARRAY_HEADER + bytes.length;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    @Override
    public void write(WriteBuffer buffer, byte[] bytes) {
        buffer.putVarInt(bytes.length).put(bytes);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        int length = DataUtils.readVarInt(buffer);
        if (length == 0) {
            return NONE;
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    @Override
    public void write(WriteBuffer buffer, Object storage, int count) {
        if (!sorted) {
            super.write(buffer, storage, count);
            return;
        }
        byte[] before = NONE;
        for (int i = 0; i < count; i++) {
            byte[] bytes = cast(storage)[i];
            int shared = Arrays.mismatch(before, bytes);
            if (shared < 0) {
                shared = bytes.length;
            }
            buffer.putVarInt(shared)
                    .putVarInt(bytes.length - shared)
                    .put(bytes, shared, bytes.length - shared);
            before = bytes;
        }
    }

    @Override
    public void read(ByteBuffer buffer, Object storage, int count) {
        if (!sorted) {
            super.read(buffer, storage, count);
            return;
        }
        byte[] before = NONE;
        for (int i = 0; i < count; i++) {
            int shared = DataUtils.readVarInt(buffer);
            int rest = DataUtils.readVarInt(buffer);
            byte[] bytes = Arrays.copyOf(before, shared + rest);
            buffer.get(bytes, shared, rest);
            cast(storage)[i] = bytes;
            before = bytes;
        }
    }
}
