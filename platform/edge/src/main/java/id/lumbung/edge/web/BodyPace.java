package id.lumbung.edge.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How slowly a body may come.
 *
 * @param timeout within which it is to be here, longer by the time that what came takes at the
 *     slowest pace
 * @param minBytesPerSecond that pace
 */
public record BodyPace(Duration timeout, long minBytesPerSecond) {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    /** However slowly it comes. */
    public static final BodyPace ANY = new BodyPace(Duration.ofDays(1), 1);

    boolean allows(long bytes, long nanos) {
        return nanos <= timeout.toNanos() + bytes * NANOS / minBytesPerSecond;
    }
}
