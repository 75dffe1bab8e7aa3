package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document's {@code _id}, as {@link SortableBytes}: where the document stands in its collection.
 */
final class Key {

    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    static Key of(@Nullable Object value) {
        return new Key(new SortableBytes().value(value).toArray());
    }

    /**
     * Whether an index may be asked for this value: it has one order and one meaning in a query.
     */
    static boolean isScalar(@Nullable Object value) {
        return switch (value) {
            case Double number -> !number.isNaN();
            case Number _,
                    String _,
                    UUID _,
                    LegacyUUID _,
                    ObjectId _,
                    Boolean _,
                    Instant _,
                    BinData _ ->
                    true;
            case null, default -> false;
        };
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
