package id.lumbung.shu.closing;

import id.lumbung.backbone.event.Event.CooperativeKind;
import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.ResultCalculation.Mismatch;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.BusinessDenominator;
import id.lumbung.shu.division.Policy.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the meeting should consider before it decides; none of it hinders. */
final class ProposalWarnings {

    /** Basis points of the surplus that a village is due (Permendes PDT 10/2025 art. 7(1)). */
    private static final int MIN_VILLAGE_SHARE = 2_000;

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
        ofTheVillagesShare();
        ofTheFunds();
        ofWhoAndWhatCounts();
        ofTheFigures();
        ofTheBooks();
        return List.copyOf(warnings);
    }

    private void ofTheVillagesShare() {
        if (kind == CooperativeKind.VILLAGE && rules.villageShareBp() < MIN_VILLAGE_SHARE) {
            warnings.add(
                    "VILLAGE_SHARE_BELOW_LAW: a village (desa) is due at least 20 %% (Permendes PDT 10/2025 art. 7); the policy gives %d basis points."
                            .formatted(rules.villageShareBp()));
        }
        if (kind == CooperativeKind.WARD && rules.villageShareBp() > 0) {
            warnings.add(
                    "WARD_HAS_VILLAGE_SHARE: a ward (kelurahan) is due no village share; the policy gives %d basis points."
                            .formatted(rules.villageShareBp()));
        }
    }

    private int share(String fund) {
        return rules.funds().getOrDefault(fund, 0);
    }

    private void ofTheFunds() {
        if (share(Policy.RESERVE) == 0) {
            warnings.add(
                    "NO_RESERVE_FUND: the law asks for a reserve before anything is shared (UU 25/1992 art. 45(2)); no part goes to RESERVE.");
        }
        if (share(Policy.PATRONAGE) + share(Policy.CAPITAL) == 0) {
            warnings.add(
                    "NO_FUND_FOR_MEMBERS: members get nothing; only funds named PATRONAGE and CAPITAL reach them (UU 25/1992 art. 45(2)). The funds are: %s."
                            .formatted(String.join(", ", rules.funds().keySet())));
        }
    }

    private void ofWhoAndWhatCounts() {
        if (rules.capitalComponents().contains(SavingsKind.VOLUNTARY)) {
            warnings.add(
                    "VOLUNTARY_SAVINGS_AS_CAPITAL: voluntary savings are borrowed capital (UU 25/1992 art. 41(3)) and usually earn interest, not SHU.");
        }
        if (rules.memberKinds().contains(MemberKind.EXTRAORDINARY)) {
            warnings.add(
                    "EXTRAORDINARY_MEMBERS_SHARE: the model deed (art. 8) names no SHU for extraordinary members.");
        }
        if (rules.businessDenominator() == BusinessDenominator.TOTAL_TURNOVER
                && rules.nonMemberToReserve()) {
            warnings.add(
                    "OTHERS_TAKEN_OFF_TWICE: business of others lowers the members' fund by TOTAL_TURNOVER and again by nonMemberToReserve.");
        }
    }

    private void ofTheFigures() {
        var figures = record.figures();
        if (figures == null) {
            return;
        }
        var checked = figures.checked();
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
        if (kind == CooperativeKind.VILLAGE
                && checked.netSurplus().isMoreThan(Rupiah.ZERO)
                && rules.villageShareBp() >= MIN_VILLAGE_SHARE
                && broughtForward.isNegative()) {
            warnings.add(
                    "VILLAGE_SHARE_AFTER_A_LOSS: a loss brought forward is taken off first, so the village gets less than that part of this year's net surplus.");
        }
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
