package id.lumbung.backbone.fact;

import id.lumbung.edge.problem.Refusal;
import java.time.Duration;
import java.time.Instant;

/** How far the clocks of an outlet and of the server may be apart. */
public final class ClockTolerance {

    /** A clock that runs ahead must not choose the book year. */
    public static final Duration MAX_AHEAD = Duration.ofMinutes(10);

    private ClockTolerance() {}

    /** Whether a time lies further ahead than two clocks may be apart. */
    public static boolean isInTheFuture(Instant at, Instant now) {
        return at.isAfter(now.plus(MAX_AHEAD));
    }

    /**
     * @throws Refusal when a time lies in the future, or before there were clocks to tell
     */
    public static void require(Instant at, Instant now) {
        if (isInTheFuture(at, now)) {
            throw FactRule.inTheFuture(at, now);
        }
        if (at.isBefore(Instant.EPOCH)) {
            throw FactRule.before1970(at);
        }
    }
}
