package id.lumbung.embeddedmongodb;

import static id.lumbung.embeddedmongodb.SortableScalars.binary;
import static id.lumbung.embeddedmongodb.SortableScalars.number;
import static id.lumbung.embeddedmongodb.SortableScalars.regex;
import static id.lumbung.embeddedmongodb.SortableScalars.string;
import static id.lumbung.embeddedmongodb.SortableScalars.uuid;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@link SortableBytes} are made of: the tag of a value's type, then the value. */
final class SortableValues {

    private final GrowingBytes out;

    SortableValues(GrowingBytes out) {
        this.out = out;
    }

    void write(@Nullable Object value) {
        var _ =
                switch (value) {
                    case null -> TypeTag.NULL.into(out);
                    case Missing _ -> TypeTag.NULL.into(out);
                    case UUID id -> uuid(id, TypeTag.UUID.into(out));
                    case Instant at ->
                            TypeTag.INSTANT.into(out).putLong(at.toEpochMilli() ^ Long.MIN_VALUE);
                    case String text -> string(text, TypeTag.STRING.into(out));
                    case Number amount -> number(amount, TypeTag.NUMBER.into(out));
                    case Boolean bool -> TypeTag.BOOLEAN.into(out).put(bool ? 1 : 0);
                    case ObjectId id -> TypeTag.OBJECT_ID.into(out).put(id.toByteArray());
                    case BinData bytes -> binary(bytes.getData(), TypeTag.BINARY.into(out));
                    case LegacyUUID id -> uuid(id.getUuid(), TypeTag.LEGACY_UUID.into(out));
                    case Map<?, ?> document -> document(document);
                    case Collection<?> list -> list(list);
                    case BsonTimestamp timestamp ->
                            TypeTag.TIMESTAMP.into(out).putLong(timestamp.getValue());
                    case BsonRegularExpression pattern -> regex(pattern, TypeTag.REGEX.into(out));
                    case MinKey _ -> TypeTag.MIN_KEY.into(out);
                    case MaxKey _ -> TypeTag.MAX_KEY.into(out);
                    default ->
                            throw new IllegalArgumentException(
                                    "No key can be made of a " + value.getClass());
                };
    }

    /** Each field by its value's type, its name, its value. */
    private GrowingBytes document(Map<?, ?> document) {
        var _ = TypeTag.DOCUMENT.into(out);
        for (Map.Entry<?, ?> field : document.entrySet()) {
            int start = out.length();
            write(field.getValue());
            byte[] value = out.copyFrom(start);
            out.truncate(start);
            var _ = string((String) field.getKey(), out.put(value[0])).put(value);
        }
        return out.put(0);
    }

    private GrowingBytes list(Collection<?> list) {
        var _ = TypeTag.LIST.into(out);
        list.forEach(this::write);
        return out.put(0);
    }
}
