package id.lumbung.launcher.reconcile;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

import id.lumbung.launcher.reconcile.Reconciliation.Difference;
import id.lumbung.launcher.reconcile.Reconciliation.Facts;
import id.lumbung.launcher.reconcile.Reconciliation.Report;
import id.lumbung.launcher.reconcile.Reconciliation.Side;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A reconciliation for people, and for programs. */
public final class ReconciliationTable {

    private static final int IDS_SHOWN = 20;

    private final Report report;

    public ReconciliationTable(Report report) {
        this.report = report;
    }

    record Json(boolean equal, int outlets, long outletDays, List<JsonDifference> differences) {}

    record JsonDifference(
            UUID outletId, LocalDate day, Side own, Side journal, List<UUID> missing) {}

    /** As {@code --json} writes it. */
    public Object json() {
        return new Json(
                report.equal(),
                report.outlets(),
                report.outletDays(),
                report.differences().stream()
                        .map(it ->
                                new JsonDifference(
                                        it.outletId(),
                                        it.day(),
                                        it.own(),
                                        it.journal(),
                                        it.missing().first()))
                        .toList());
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
            tell(text, difference);
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

    private static void tell(StringBuilder text, Difference difference) {
        text.append(
                "outlet %s on %s: own %s facts, %s; journal %s facts, %s%n"
                        .formatted(
                                difference.outletId(),
                                difference.day(),
                                number(difference.own().count()),
                                rupiah(difference.own().sum()),
                                number(difference.journal().count()),
                                rupiah(difference.journal().sum())));
        name(text, "missing in the journal", difference.missing());
        name(text, "not published yet", difference.pending());
        name(text, "blocked", difference.blocked());
        name(text, "only in the journal", difference.extra());
        name(text, "of another amount", difference.differing());
    }

    private static void name(StringBuilder text, String what, Facts facts) {
        facts.first().stream()
                .limit(IDS_SHOWN)
                .forEach(id -> text.append("  %s: %s%n".formatted(what, id)));
        if (facts.count() > IDS_SHOWN) {
            text.append(
                    "  ... and %s more %s%n".formatted(number(facts.count() - IDS_SHOWN), what));
        }
    }
}
