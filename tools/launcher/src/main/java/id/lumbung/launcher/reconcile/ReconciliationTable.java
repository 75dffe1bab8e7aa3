package id.lumbung.launcher.reconcile;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import java.util.Locale;

/** A reconciliation for people, and for programs. */
public final class ReconciliationTable {

    private final Report report;

    public ReconciliationTable(Report report) {
        this.report = report;
    }

    /** As {@code --json} writes it. */
    public Object json() {
        return ReconciliationJson.of(report);
    }

    public String text() {
        var text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s outlets, %s outlet days%n",
                        number(report.outlets()),
                        number(report.outletDays())));
        side(text, "own books", report.own());
        side(text, "journal", report.journal());
        report.pending()
                .forEach((service, pending) ->
                        text.append(
                                "pending: %s has %s facts that are not published yet; look again in a moment%n"
                                        .formatted(service, number(pending))));
        report.troubles().forEach(trouble -> text.append(trouble).append(System.lineSeparator()));
        for (var difference : report.differences()) {
            DifferenceText.add(text, difference);
        }
        text.append(
                report.equal()
                        ? "Equal: the journal holds exactly what the outlets hold.\n"
                        : "Different on %s outlet days.%s%n"
                                .formatted(
                                        number(report.differing()),
                                        report.missing() > 0
                                                ? " What is missing can be published again: ./lumbung republish --missing"
                                                : ""));
        return text.toString();
    }

    private static void side(StringBuilder text, String name, Side side) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%-10s %12s facts %24s%n",
                        name,
                        number(side.count()),
                        rupiah(side.sum())));
    }
}
