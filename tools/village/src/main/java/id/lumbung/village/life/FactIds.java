package id.lumbung.village.life;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Ids and chances that follow from a source alone: the same source makes the same facts, so that
 * sending them twice adds nothing.
 *
 * @param source what sets these facts apart from all others, such as a file's digest and a seed
 */
public record FactIds(String source) {

    /**
     * An id shaped like a UUIDv7: it stands in an index where its time puts it. Two names at one
     * instant differ in 74 bits of SHA-256.
     *
     * @param at when the fact happened, from 1970 on
     * @param name what sets the fact apart within the source
     */
    public UUID id(Instant at, String name) {
        var hash = ByteBuffer.wrap(sha256(name));
        var high = (at.toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0x0FFFL);
        var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Chances for one part of the source, which do not depend on how many were drawn elsewhere. */
    public SplittableRandom chances(String name) {
        return new SplittableRandom(ByteBuffer.wrap(sha256("chances of " + name)).getLong());
    }

    private byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((source + '\n' + name).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
