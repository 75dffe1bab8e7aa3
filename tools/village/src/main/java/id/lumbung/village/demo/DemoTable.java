package id.lumbung.village.demo;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import java.io.PrintStream;

/** What the village did beside what the journal has, line by line; remembers whether all agreed. */
final class DemoTable {

    private final PrintStream out;
    private boolean closes = true;

    DemoTable(PrintStream out) {
        this.out = out;
    }

    /** Whether every line so far agreed. */
    boolean closes() {
        return closes;
    }

    /** Something beside the lines does not agree. */
    void open() {
        closes = false;
    }

    void heading(String what, String count) {
        out.printf("%-22s %8s %20s %20s%n", what, count, "sent", "in the journal");
    }

    void line(String what, int count, long counted, long sent, long journal) {
        var equal = count == counted;
        line(what, count, sent, journal);
        if (!equal) {
            closes = false;
            out.printf("  NOT EQUAL: %s in the journal%n", number(counted));
        }
    }

    /**
     * @param count 0 where it is not shown
     */
    void line(String what, int count, long sent, long journal) {
        var equal = sent == journal;
        closes &= equal;
        out.printf(
                "%-22s %8s %20s %20s%s%n",
                what,
                count == 0 ? "" : number(count),
                rupiah(sent),
                rupiah(journal),
                equal ? "" : "  NOT EQUAL");
    }

    void printVerdict() {
        out.println(closes ? "All sums close." : "NOT all sums close; see the lines marked so.");
    }
}
