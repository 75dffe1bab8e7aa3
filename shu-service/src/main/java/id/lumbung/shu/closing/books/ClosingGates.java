package id.lumbung.shu.closing.books;

import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.reconciliation.CompletenessCheck;
import java.util.stream.Collectors;

/** Refuses a closing while a gate is shut, and names every such gate. */
final class ClosingGates {

    private ClosingGates() {}

    static void require(CompletenessCheck check) {
        if (!check.holds()) {
            throw ClosingRule.GATES_SHUT.because(
                    "Belum terbukti semuanya ada di jurnal: " + shut(check) + " Lihat GET gates.",
                    "Not everything is proved to be in the journal: "
                            + shut(check)
                            + " See GET gates.");
        }
    }

    private static String shut(CompletenessCheck check) {
        return check.gates().stream()
                .filter(gate -> !gate.holds())
                .map(gate -> "%s (%d): %s".formatted(gate.name(), gate.figure(), gate.detail()))
                .collect(Collectors.joining(" "));
    }
}
