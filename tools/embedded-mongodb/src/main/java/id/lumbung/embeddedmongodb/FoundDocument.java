package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A document and the bytes it was read from. */
final class FoundDocument {

    private final Document document;
    private final byte[] bytes;

    FoundDocument(Document document, byte[] bytes) {
        this.document = document;
        this.bytes = bytes;
    }

    Key position() {
        return Key.of(document.get("_id"));
    }

    /**
     * The document as it is by now.
     *
     * @param now what is stored of it now, null if nothing is
     * @return null if it is gone or no longer passes the filter
     */
    @Nullable Document current(byte @Nullable [] now, Filter filter) {
        if (now == null) {
            return null;
        }
        if (Arrays.equals(now, bytes)) {
            return document;
        }
        Document changed = Bson.decode(now);
        return filter.test(changed) ? changed : null;
    }
}
