package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.ResultCalculation.Mismatch;
import id.lumbung.shu.division.Policy.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the meeting should consider before it decides; none of it hinders. */
final class ProposalWarnings {

    private final BookYearRecord record;
    private final Rules rules;
    private final CooperativeKind kind;
    private final Rupiah broughtForward;
    private final List<Mismatch> differences;
    private final List<Integer> skipped;
    private final List<String> warnings = new ArrayList<>();

    ProposalWarnings(
            BookYearRecord record,
            Rules rules,
            CooperativeKind kind,
            Rupiah broughtForward,
            List<Mismatch> differences,
            List<Integer> skipped) {
        this.record = record;
        this.rules = rules;
        this.kind = kind;
        this.broughtForward = broughtForward;
        this.differences = differences;
        this.skipped = skipped;
    }

    List<String> all() {
        var figures = record.figures();
        VillageShareWarnings.add(rules, kind, warnings);
        PolicyWarnings.add(rules, warnings);
        if (figures != null) {
            FiguresWarnings.add(figures.checked(), differences, warnings);
            VillageShareWarnings.addOfALoss(
                    rules, kind, figures.checked().netSurplus(), broughtForward, warnings);
        }
        ofTheBooks();
        return List.copyOf(warnings);
    }

    private void ofTheBooks() {
        if (record.books() != null && record.books().members() == 0) {
            warnings.add("NO_MEMBERS: the members' funds will go to the reserve.");
        }
        if (!skipped.isEmpty()) {
            warnings.add(
                    "EARLIER_YEARS_NOT_CLOSED: %s; a loss of theirs is not carried."
                            .formatted(
                                    skipped.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", "))));
        }
    }
}
