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

    private final boolean terminal;
    private final ProgressDisplay display;
    private final ProgressLine line;
    private final long began = System.nanoTime();
    private long shownAt;
    private long lastShown = -1;

    /**
     * @param what is done, in a word
     * @param unit what the rate counts
     * @param whole where it ends
     */
    public Progress(PrintStream out, boolean terminal, String what, String unit, long whole) {
        this.terminal = terminal;
        this.display = new ProgressDisplay(out, terminal);
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
            display.show(line.at(done, counted, now - began));
        }
    }

    public synchronized void end(long done, long counted) {
        if (terminal || done != lastShown) {
            display.show(line.at(done, counted, System.nanoTime() - began));
        }
        display.end();
    }

    /** Says something between, without breaking the bar. */
    public synchronized void say(String line) {
        display.say(line);
    }
}
