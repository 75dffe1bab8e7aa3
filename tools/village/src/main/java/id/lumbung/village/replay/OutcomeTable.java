package id.lumbung.village.replay;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import java.util.Locale;

/** What a replay came to, for people to read. */
record OutcomeTable(Outcome outcome) {

    String text() {
        var sums = outcome.sums();
        var added = sums.sales() - sums.duplicates() - sums.conflicts() - sums.refused();
        var rate = sums.seconds() > 0 ? sums.sales() / sums.seconds() : 0;
        var again = sums.sales() > 0 && sums.duplicates() == sums.sales();
        return row("rows read", number(sums.rowsRead()))
                + row("  with sales", number(outcome.rowsWithSales()))
                + row("  without", number(outcome.rowsWithout()))
                + row("  refused", number(sums.rowsRefused()))
                + row("units in the file", number(outcome.unitsInFile()))
                + row("units sold", number(sums.units()))
                + row("sales sent", number(sums.sales()))
                + row("  new", number(added))
                + row("  there already", number(sums.duplicates()))
                + row("  in conflict", number(sums.conflicts()))
                + row("  refused", number(sums.refused()))
                + row("sales journalled", number(sums.salesJournalled()))
                + row("rupiah sent", rupiah(sums.rupiahSent()))
                + row("rupiah journalled", rupiah(sums.rupiahJournalled()))
                + row(
                        "seconds",
                        String.format(Locale.ROOT, "%.1f (%.0f sales/s)", sums.seconds(), rate))
                + (again ? "Nothing was added: every sale was there already.\n" : "")
                + verdict();
    }

    private static String row(String name, String number) {
        return String.format(Locale.ROOT, "%-20s %24s%n", name, number);
    }

    private String verdict() {
        var open = outcome.open();
        return open.isEmpty()
                ? "The sums close.\n"
                : "The sums do not close:\n  " + String.join("\n  ", open) + "\n";
    }
}
