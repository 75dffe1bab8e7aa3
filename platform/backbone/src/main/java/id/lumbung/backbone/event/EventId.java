package id.lumbung.backbone.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.edge.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The id of an event, made from the fact it publishes: publishing a fact again, years later or from
 * another machine, is the same event.
 *
 * <p>A name-based UUID of version 8 (RFC 9562, section 5.8): the first 48 bits are the fact id's
 * own, which in a UUIDv7 are its time, so that ids of one day stand together in an index; the other
 * 74 free bits are the first of SHA-256 over the fact's id and the name.
 */
public final class EventId {

    private EventId() {}

    /**
     * @param name what distinguishes the events of one fact, such as the event's type
     */
    public static UUID of(UUID factId, String name) {
        var text = name.getBytes(UTF_8);
        var named =
                ByteBuffer.allocate(16 + text.length)
                        .putLong(factId.getMostSignificantBits())
                        .putLong(factId.getLeastSignificantBits())
                        .put(text);
        var hash = ByteBuffer.wrap(Sha256.of(named.array()));
        var high =
                (factId.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L)
                        | 0x8000L
                        | (hash.getLong() & 0x0FFFL);
        var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Whether an id is of the version that is made here. Callers may bring none of it. */
    public static boolean isDerived(UUID id) {
        return id.version() == 8;
    }
}
