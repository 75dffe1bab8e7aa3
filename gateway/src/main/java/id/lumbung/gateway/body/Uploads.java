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
    private final Map<Object, CallerUploads> callers = new ConcurrentHashMap<>();

    Uploads(GatewaySettings settings) {
        this.budget = new BodyBudget(settings.totalBody());
        this.ofOneCaller = Math.max(settings.maxBody().toBytes(), settings.totalBody() / CALLERS);
        this.wait = settings.bodyWait();
    }

    public UploadRoom of(Object caller) {
        return new UploadRoom(this, caller);
    }

    /** Whether so many bytes of this caller may be in memory, after a while at most. */
    boolean take(Object caller, long bytes) {
        var own = enter(caller);
        if (own.take(bytes, wait)) {
            if (budget.take(bytes, wait)) {
                return true;
            }
            own.release(bytes);
        }
        leave(caller);
        return false;
    }

    void release(Object caller, long bytes) {
        budget.release(bytes);
        Objects.requireNonNull(callers.get(caller)).budget().release(bytes);
        leave(caller);
    }

    private BodyBudget enter(Object caller) {
        var first = new CallerUploads(new BodyBudget(ofOneCaller), 1);
        return callers.merge(caller, first, (known, _) -> known.plus(1)).budget();
    }

    private void leave(Object caller) {
        callers.computeIfPresent(
                caller, (_, known) -> known.requests() == 1 ? null : known.plus(-1));
    }
}
