package id.lumbung.launcher.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Waits until the journal has what an outlet sent. It waits as long as the journal grows, however
 * slowly, and gives up when nothing came for the timeout given.
 */
public final class JournalWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ControlTotals totals;
    private final Duration timeout;

    /**
     * @param timeout for how long nothing may come
     */
    public JournalWatch(ControlTotals totals, Duration timeout) {
        this.totals = totals;
        this.timeout = timeout;
    }

    /**
     * @param expected how many facts there should be at least on each day
     * @param journalled gets how many of them there are
     * @return whether all came
     */
    public boolean await(UUID outletId, Map<LocalDate, Long> expected, LongConsumer journalled) {
        var open = new OpenDays(expected);
        var highest = -1L;
        var since = System.nanoTime();
        while (!open.isEmpty()) {
            var began = System.nanoTime();
            // What is asked for shrinks as the journal fills.
            var days = totals.days(ControlBook.JOURNAL, outletId, open.first(), open.last()).days();
            var found = open.found(days);
            journalled.accept(found);
            var now = System.nanoTime();
            if (found > highest) {
                highest = found;
                since = now;
            } else if (now - since > timeout.toNanos()) {
                return false;
            }
            if (!open.isEmpty()) {
                // A look reads all that is still open: leave the machine to the journal meanwhile.
                rest(Math.max(BETWEEN_LOOKS.toNanos(), 2 * (now - began)));
            }
        }
        return true;
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
