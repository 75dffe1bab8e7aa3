package id.lumbung.embeddedmongodb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;

/**
 * The keys of a page. Sorted neighbours begin alike, so of each only what differs from the one
 * before is written.
 */
final class SortedBytes extends Bytes {

    /** A map whose keys are written so, and whose values are written whole. */
    static MVMap.Builder<byte[], byte[]> map() {
        return new MVMap.Builder<byte[], byte[]>()
                .keyType(new SortedBytes())
                .valueType(new Bytes());
    }

    @Override
    public void write(WriteBuffer buffer, Object storage, int count) {
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
