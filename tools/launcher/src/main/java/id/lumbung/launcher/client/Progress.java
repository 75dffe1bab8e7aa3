package id.lumbung.launcher.client;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a long work is: a bar that is drawn over itself on a terminal, a line now and then
 * elsewhere.
 */
public final class Progress {

    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private final ProgressLine line;
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
        this.line = new ProgressLine(what, unit, Math.max(1, whole));
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
            show(line.at(done, counted, now - began));
        }
    }

    public synchronized void end(long done, long counted) {
        if (terminal || done != lastShown) {
            show(line.at(done, counted, System.nanoTime() - began));
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
}
