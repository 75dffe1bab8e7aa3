package id.lumbung.launcher.client;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a long work is: a bar that is drawn over itself on a terminal, a line now and then
 * elsewhere.
 */
public final class Progress {

    private static final int WIDTH = 24;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private final String unit;
    private final long whole;
    private final long began = System.nanoTime();
    private long shownAt;
    private long lastShown = -1;
    private boolean drawn;

    /**
     * @param what is done, in a word
     * @param unit what the rate counts
     * @param whole where it ends
     */
    public Progress(PrintStream out, boolean terminal, String what, String unit, long whole) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
        this.unit = unit;
        this.whole = Math.max(1, whole);
        this.shownAt = began;
    }

    public static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /**
     * @param done of the whole
     * @param counted of what the rate counts
     */
    public synchronized void at(long done, long counted) {
        var now = System.nanoTime();
        var pause = terminal ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (now - shownAt >= pause.toNanos()) {
            shownAt = now;
            lastShown = done;
            show(line(done, counted, now - began));
        }
    }

    public synchronized void end(long done, long counted) {
        if (terminal || done != lastShown) {
            show(line(done, counted, System.nanoTime() - began));
        }
        if (terminal) {
            out.println();
            drawn = false;
        }
    }

    /** Says something between, without breaking the bar. */
    public synchronized void say(String line) {
        if (drawn) {
            out.print("\r\033[K");
            drawn = false;
        }
        out.println(line);
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
            drawn = true;
        } else {
            out.println(line);
        }
    }

    String line(long done, long counted, long nanos) {
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
