package id.lumbung.village.replay;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import id.lumbung.village.life.SentSales;
import java.util.ArrayList;
import java.util.List;

/**
 * A replay's sums and what they must agree with.
 *
 * @param rowsWithSales of which sales were made
 * @param rowsWithout hours in which nothing was sold
 * @param unitsInFile base units in the rows that were not refused
 */
public record Outcome(Sums sums, long rowsWithSales, long rowsWithout, long unitsInFile) {

    static Outcome of(RowSums rows, SentSales sent, JournalledSales journalled, double seconds) {
        var sums = Sums.of(rows, sent, journalled, seconds);
        return new Outcome(sums, rows.withSales(), rows.without(), rows.units());
    }

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
}
