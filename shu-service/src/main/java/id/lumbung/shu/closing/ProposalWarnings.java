package id.lumbung.shu.closing;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.division.Policy.Rules;
import java.util.ArrayList;
import java.util.List;

/** What the meeting should consider before it decides; none of it hinders. */
final class ProposalWarnings {

    /** Basis points of the surplus that a village is due (Permendes PDT 10/2025 art. 7(1)). */
    private static final int MIN_VILLAGE_SHARE = 2_000;

    private ProposalWarnings() {}

    static List<String> of(Rules rules, ResultCalculation.Checked figures, BookYearRecord record) {
        var warnings = new ArrayList<String>();
        if (rules.villageShareBp() < MIN_VILLAGE_SHARE) {
            warnings.add(
                    "VILLAGE_SHARE_BELOW_LAW: a village (desa) is due at least 20 %% (Permendes PDT 10/2025 art. 7); the policy gives %d basis points. A ward (kelurahan) is due none."
                            .formatted(rules.villageShareBp()));
        }
        if (rules.capitalComponents().contains(SavingsKind.VOLUNTARY)) {
            warnings.add(
                    "VOLUNTARY_SAVINGS_AS_CAPITAL: voluntary savings are borrowed capital (UU 25/1992 art. 41(3)) and usually earn interest, not SHU.");
        }
        if (!figures.mismatches().isEmpty()) {
            warnings.add(
                    "SUMS_DO_NOT_ADD_UP: %d lines of the figures differ from their own parts; the parts were taken."
                            .formatted(figures.mismatches().size()));
        }
        if (figures.unchecked()) {
            warnings.add("FIGURES_UNCHECKED: the surplus was given without its lines.");
        }
        if (record.books() != null && record.books().members() == 0) {
            warnings.add("NO_MEMBERS: the members' funds will go to the reserve.");
        }
        return warnings;
    }
}
