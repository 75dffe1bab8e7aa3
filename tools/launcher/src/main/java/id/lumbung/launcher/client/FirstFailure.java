package id.lumbung.launcher.client;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the first of several requests that failed failed with. */
final class FirstFailure {

    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    void keep(RuntimeException next) {
        var _ = failure.compareAndSet(null, next);
    }

    boolean isThere() {
        return failure.get() != null;
    }

    void throwIfThere() {
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
