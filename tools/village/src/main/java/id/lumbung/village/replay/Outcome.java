package id.lumbung.village.replay;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A replay's sums and what they must agree with.
 *
 * @param rowsWithSales of which sales were made
 * @param rowsWithout hours in which nothing was sold
 * @param unitsInFile base units in the rows that were not refused
 */
public record Outcome(Sums sums, long rowsWithSales, long rowsWithout, long unitsInFile) {

    /** What does not agree, in sentences; empty where all sums close. */
    public List<String> open() {
        var open = new ArrayList<String>();
        if (sums.rowsRead() != rowsWithSales + rowsWithout + sums.rowsRefused()) {
            open.add("Not every row read is accounted for.");
        }
        if (sums.rowsRead() > 0 && sums.rowsRefused() == sums.rowsRead()) {
            open.add("Every row of the file was refused; the reasons are above.");
        }
        if (sums.units() != unitsInFile) {
            open.add(
                    "The file has %s units, the sales sent have %s."
                            .formatted(number(unitsInFile), number(sums.units())));
        }
        if (sums.refused() > 0 || sums.conflicts() > 0) {
            open.add(
                    "%s sales were refused and %s conflict with what stands; the reasons are above."
                            .formatted(number(sums.refused()), number(sums.conflicts())));
        }
        if (sums.salesJournalled() != sums.sales()) {
            open.add(
                    "%s sales were sent, %s are in the journal."
                            .formatted(number(sums.sales()), number(sums.salesJournalled())));
        }
        if (sums.rupiahJournalled() != sums.rupiahSent()) {
            open.add(
                    "%s was sent, %s is in the journal."
                            .formatted(rupiah(sums.rupiahSent()), rupiah(sums.rupiahJournalled())));
        }
        return open;
    }

    public boolean closes() {
        return open().isEmpty();
    }

    /** For people to read. */
    public String table() {
        var added = sums.sales() - sums.duplicates() - sums.conflicts() - sums.refused();
        var table = new StringBuilder();
        row(table, "rows read", number(sums.rowsRead()));
        row(table, "  with sales", number(rowsWithSales));
        row(table, "  without", number(rowsWithout));
        row(table, "  refused", number(sums.rowsRefused()));
        row(table, "units in the file", number(unitsInFile));
        row(table, "units sold", number(sums.units()));
        row(table, "sales sent", number(sums.sales()));
        row(table, "  new", number(added));
        row(table, "  there already", number(sums.duplicates()));
        row(table, "  in conflict", number(sums.conflicts()));
        row(table, "  refused", number(sums.refused()));
        row(table, "sales journalled", number(sums.salesJournalled()));
        row(table, "rupiah sent", rupiah(sums.rupiahSent()));
        row(table, "rupiah journalled", rupiah(sums.rupiahJournalled()));
        row(
                table,
                "seconds",
                String.format(
                        Locale.ROOT,
                        "%.1f (%.0f sales/s)",
                        sums.seconds(),
                        sums.seconds() > 0 ? sums.sales() / sums.seconds() : 0));
        if (sums.sales() > 0 && sums.duplicates() == sums.sales()) {
            table.append("Nothing was added: every sale was there already.\n");
        }
        if (closes()) {
            table.append("The sums close.\n");
        } else {
            table.append("The sums do not close:\n");
            open().forEach(sentence -> table.append("  ").append(sentence).append('\n'));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String name, String figure) {
        table.append(String.format(Locale.ROOT, "%-20s %24s%n", name, figure));
    }
}
