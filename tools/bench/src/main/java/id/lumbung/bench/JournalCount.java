package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import id.lumbung.launcher.stack.UserError;
import java.time.Duration;
import java.time.Instant;

/**
 * How much the journal has taken in, as shu-service itself counts while it writes: to ask the
 * database would disturb what is measured.
 */
final class JournalCount {

    private static final Duration STANDS_STILL = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Stack stack;
    private final Reads reads = new Reads();

    JournalCount(Stack stack) {
        this.stack = stack;
    }

    long now() {
        return reads.get(stack.url(StackPart.SHU) + "/actuator/prometheus", "")
                .lines()
                .filter(line -> line.startsWith("lumbung_journalled_total"))
                .mapToLong(line ->
                        (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    void await(long count) {
        var last = -1L;
        var moved = Instant.now();
        for (var now = now(); now < count; now = now()) {
            if (now != last) {
                last = now;
                moved = Instant.now();
            } else if (Duration.between(moved, Instant.now()).compareTo(STANDS_STILL) > 0) {
                throw new UserError("The journal stands still at %d of %d.".formatted(now, count));
            }
            Clocks.pause(BETWEEN_LOOKS);
        }
    }
}
