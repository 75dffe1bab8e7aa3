package id.lumbung.edge.problem;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as the log may show it: what it was and where, but none of its words, which may repeat
 * what somebody sent. Only where Java itself speaks, of code alone, are they kept.
 */
final class RedactedThrowable extends Throwable {

    private static final long serialVersionUID = 1L;

    private RedactedThrowable(Throwable failure, @Nullable Throwable cause) {
        super(what(failure), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static RedactedThrowable of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static RedactedThrowable of(Throwable failure, Set<Throwable> seen) {
        var cause = failure.getCause();
        return new RedactedThrowable(
                failure,
                cause == null || !seen.add(failure) || seen.contains(cause)
                        ? null
                        : of(cause, seen));
    }

    private static String what(Throwable failure) {
        return failure instanceof NullPointerException
                        || failure instanceof ClassCastException
                        || failure instanceof LinkageError
                ? failure.toString()
                : failure.getClass().getName();
    }
}
