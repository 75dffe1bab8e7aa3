package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Values of {@code _id}: by their bytes where they are UUIDs, so that ids made one after the other
 * stand side by side.
 */
final class IdType extends BasicDataType<Object> {

    private static final byte MISSING = -1;
    private static final byte UUID_ = -2;
    private static final int IN_MEMORY = 40;

    @Override
    public int getMemory(Object id) {
        return IN_MEMORY;
    }

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof UUID first && b instanceof UUID second) {
            var high =
                    Long.compareUnsigned(
                            first.getMostSignificantBits(), second.getMostSignificantBits());
            return high != 0
                    ? high
                    : Long.compareUnsigned(
                            first.getLeastSignificantBits(), second.getLeastSignificantBits());
        }
        return ValueComparator.asc().compare(a, b);
    }

    @Override
    public void write(WriteBuffer to, Object id) {
        switch (id) {
            case UUID uuid ->
                    to.put(UUID_)
                            .putLong(uuid.getMostSignificantBits())
                            .putLong(uuid.getLeastSignificantBits());
            case Missing _ -> to.put(MISSING);
            default -> {
                var buffer = Unpooled.buffer(64);
                var type = BsonEncoder.determineType(id);
                BsonEncoder.encodeValue(type, id, buffer);
                to.put(type);
                to.put(
                        ByteBuffer.wrap(
                                buffer.array(), buffer.arrayOffset(), buffer.readableBytes()));
            }
        }
    }

    @Override
    public Object read(ByteBuffer from) {
        var type = from.get();
        return switch (type) {
            case UUID_ -> new UUID(from.getLong(), from.getLong());
            case MISSING -> Missing.getInstance();
            default -> {
                var buffer = Unpooled.wrappedBuffer(from);
                var id = BsonDecoder.decodeValue(type, buffer);
                from.position(from.position() + buffer.readerIndex());
                yield id;
            }
        };
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
