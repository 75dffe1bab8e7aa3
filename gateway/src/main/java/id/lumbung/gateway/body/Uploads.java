package id.lumbung.gateway.body;

import id.lumbung.edge.web.BodyBudget;
import id.lumbung.gateway.GatewaySettings;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Bodies above {@value #SMALL} bytes: only so many bytes of them are in memory at a time, and a
 * quarter of that of one caller. Others wait; a single sale is smaller, and never does.
 */
@Component
public final class Uploads {

    public static final int SMALL = 16 * 1024;
    private static final int CALLERS = 4;

    private final BodyBudget budget;
    private final long ofOneCaller;
    private final Duration wait;
    private final Map<Object, Sending> callers = new ConcurrentHashMap<>();

    Uploads(GatewaySettings settings) {
        this.budget = new BodyBudget(settings.totalBody());
        this.ofOneCaller = Math.max(settings.maxBody().toBytes(), settings.totalBody() / CALLERS);
        this.wait = settings.bodyWait();
    }

    /** What one caller sends: their own budget, and how many requests know of it. */
    private record Sending(BodyBudget own, int requests) {

        Sending plus(int more) {
            return new Sending(own, requests + more);
        }
    }

    /** Room for one body: taken when it turns out to be large, given back when it is dropped. */
    public final class Room implements AutoCloseable {

        private final Object caller;
        private long taken;

        private Room(Object caller) {
            this.caller = caller;
        }

        /**
         * Waits until a body of so many bytes may be read.
         *
         * @param bytes that it will have, at most
         */
        public void take(long bytes) throws Busy {
            var own = enter(caller);
            if (own.take(bytes, wait)) {
                if (budget.take(bytes, wait)) {
                    taken = bytes;
                    return;
                }
                own.release(bytes);
            }
            leave(caller);
            throw new Busy();
        }

        @Override
        public void close() {
            if (taken > 0) {
                budget.release(taken);
                Objects.requireNonNull(callers.get(caller)).own().release(taken);
                leave(caller);
            }
        }
    }

    /** There was no memory for the body in time. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;
    }

    public Room of(Object caller) {
        return new Room(caller);
    }

    private BodyBudget enter(Object caller) {
        return callers.merge(
                        caller,
                        new Sending(new BodyBudget(ofOneCaller), 1),
                        (known, _) -> known.plus(1))
                .own();
    }

    private void leave(Object caller) {
        callers.computeIfPresent(
                caller, (_, known) -> known.requests() == 1 ? null : known.plus(-1));
    }
}
