package id.lumbung.launcher.reconcile;

import static id.lumbung.launcher.client.IndonesianNumbers.number;
import static id.lumbung.launcher.client.IndonesianNumbers.rupiah;

/** One difference for people, with the first ids of each kind. */
final class DifferenceText {

    private static final int IDS_SHOWN = 20;

    private DifferenceText() {}

    static void add(StringBuilder text, Difference difference) {
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

    private static void name(StringBuilder text, String what, NamedFacts facts) {
        facts.first().stream()
                .limit(IDS_SHOWN)
                .forEach(id -> text.append("  %s: %s%n".formatted(what, id)));
        if (facts.count() > IDS_SHOWN) {
            text.append(
                    "  ... and %s more %s%n".formatted(number(facts.count() - IDS_SHOWN), what));
        }
    }
}
