package id.lumbung.launcher.client;

import java.util.Locale;

/**
 * One line that says how far a work is.
 *
 * @param what is done, in a word
 * @param unit what the rate counts
 * @param whole where it ends
 */
record ProgressLine(String what, String unit, long whole) {

    private static final int WIDTH = 24;

    String at(long done, long counted, long nanos) {
        var part = Math.clamp((double) done / whole, 0.0, 1.0);
        var filled = (int) (part * WIDTH);
        var seconds = nanos / 1e9;
        var left = part > 0 ? Math.round(seconds * (1 - part) / part) : 0;
        return String.format(
                Locale.ROOT,
                "%-8s [%s%s] %3d %%  %,d %s  %,.0f/s  %s",
                what,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                (int) (part * 100),
                counted,
                unit,
                seconds > 0 ? counted / seconds : 0,
                part < 1
                        ? "%d:%02d left".formatted(left / 60, left % 60)
                        : "in %.1f s".formatted(seconds));
    }
}
