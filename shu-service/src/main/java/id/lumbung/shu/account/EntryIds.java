package id.lumbung.shu.account;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** Ids of entries as they stand in an account: sixteen bytes each, so that it stays small. */
final class EntryIds {

    private EntryIds() {}

    static Binary bytes(List<UUID> ids) {
        var bytes = ByteBuffer.allocate(16 * ids.size());
        for (var id : ids) {
            var _ =
                    bytes.putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits());
        }
        return new Binary(bytes.array());
    }

    static List<UUID> of(Document document) {
        var bytes = ByteBuffer.wrap(document.get("entries", Binary.class).getData());
        var ids = new ArrayList<UUID>(bytes.remaining() / 16);
        while (bytes.hasRemaining()) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return ids;
    }
}
