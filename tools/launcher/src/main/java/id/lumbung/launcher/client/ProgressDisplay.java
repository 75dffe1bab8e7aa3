package id.lumbung.launcher.client;

import java.io.PrintStream;

/**
 * Where progress is shown: on a terminal as one line that is drawn over, elsewhere line by line.
 */
final class ProgressDisplay {

    private static final String BACK_TO_AN_EMPTY_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean drawn;

    ProgressDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(String line) {
        if (terminal) {
            out.print(BACK_TO_AN_EMPTY_LINE + line);
            out.flush();
            drawn = true;
        } else {
            out.println(line);
        }
    }

    /** Leaves the line that was drawn last. */
    void end() {
        if (terminal) {
            out.println();
            drawn = false;
        }
    }

    /** Says something between; the line that was drawn makes room for it. */
    void say(String line) {
        if (drawn) {
            out.print(BACK_TO_AN_EMPTY_LINE);
            drawn = false;
        }
        out.println(line);
    }
}
