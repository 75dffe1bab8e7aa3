package id.lumbung.shu.closing.proposal;

import id.lumbung.shu.closing.record.ResultCalculation;
import id.lumbung.shu.closing.record.ResultCalculation.Mismatch;
import java.util.List;
import java.util.stream.Collectors;

/** What the meeting should know of the board's figures. */
final class FiguresWarnings {

    private FiguresWarnings() {}

    static void add(
            ResultCalculation.Checked checked, List<Mismatch> differences, List<String> warnings) {
        if (!checked.mismatches().isEmpty()) {
            warnings.add(
                    "SUMS_DO_NOT_ADD_UP: %d lines of the figures differ from their own parts; the parts were taken."
                            .formatted(checked.mismatches().size()));
        }
        if (checked.unchecked()) {
            warnings.add("FIGURES_UNCHECKED: the surplus was given without its lines.");
        }
        if (!differences.isEmpty()) {
            warnings.add(
                    "FIGURES_DIFFER_FROM_THE_JOURNAL: %s."
                            .formatted(
                                    differences.stream()
                                            .map(it ->
                                                    "%s is %s, the journal has %s (%s apart)"
                                                            .formatted(
                                                                    it.line(),
                                                                    it.written(),
                                                                    it.computed(),
                                                                    it.difference()))
                                            .collect(Collectors.joining("; "))));
        }
    }
}
