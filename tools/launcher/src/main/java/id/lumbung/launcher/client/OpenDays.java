package id.lumbung.launcher.client;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The days of which the journal has not yet all that it should have. */
final class OpenDays {

    private final TreeMap<LocalDate, Long> open;
    private long complete;

    /**
     * @param expected how many facts there should be at least on each day
     */
    OpenDays(Map<LocalDate, Long> expected) {
        this.open = new TreeMap<>(expected);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    LocalDate first() {
        return open.firstKey();
    }

    LocalDate last() {
        return open.lastKey();
    }

    /**
     * Takes note of what the journal has by now. A day that is complete stays so.
     *
     * @return how many of the expected facts are there, those of complete days among them
     */
    long found(List<ControlDay> days) {
        var counts = new HashMap<LocalDate, Long>();
        for (var day : days) {
            var _ = counts.put(day.day(), day.count());
        }
        var partly = 0L;
        for (var day : new TreeMap<>(open).entrySet()) {
            var count = Math.min(day.getValue(), counts.getOrDefault(day.getKey(), 0L));
            if (count == day.getValue()) {
                complete += count;
                var _ = open.remove(day.getKey());
            } else {
                partly += count;
            }
        }
        return complete + partly;
    }
}
