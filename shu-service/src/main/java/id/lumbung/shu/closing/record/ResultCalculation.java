package id.lumbung.shu.closing.record;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.json.Bounded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The board's calculation of the year's result (perhitungan hasil usaha, PHU) in the form village
 * cooperatives use: what was sold less what it cost, with members and with others, less expenses,
 * more or less other things, less tax. Sums the board has written are compared with those of its
 * own lines and never trusted.
 *
 * @param members trade with members
 * @param nonMembers trade with others
 * @param expenses (beban usaha), as positive amounts
 * @param expensesTotal their sum as written
 * @param others what else was earned, or lost as a negative amount
 * @param tax as a positive amount
 * @param grossSurplus as written: participation less expenses
 * @param netSurplus as written; where no line is given it is taken as it is
 * @param memberSurplus what of the net surplus was earned with members; left out, in proportion to
 *     the participation of members and others
 * @param reserve the reserve fund (dana cadangan) there is, from which a loss may be covered. Asked
 *     for in the first year alone; afterwards what the year before left counts
 * @param savings the savings as different papers state them, to be compared
 */
public record ResultCalculation(
        @Nullable @Valid Trade members,
        @Nullable @Valid Trade nonMembers,
        @Nullable @Size(max = MAX_LINES) List<@NotNull @Valid Line> expenses,
        @Nullable @PositiveOrZero Rupiah expensesTotal,
        @Nullable @Size(max = MAX_LINES) List<@NotNull @Valid Line> others,
        @Nullable @PositiveOrZero Rupiah tax,
        @Nullable Rupiah grossSurplus,
        @Nullable Rupiah netSurplus,
        @Nullable Rupiah memberSurplus,
        @Nullable @PositiveOrZero Rupiah reserve,
        @Nullable @Size(max = MAX_PAPERS) List<@NotNull @Valid SavingsPaper> savings) {

    private static final int MAX_LINES = 200;
    private static final int MAX_PAPERS = 10;

    public ResultCalculation {
        expenses = Bounded.list(expenses, MAX_LINES);
        others = Bounded.list(others, MAX_LINES);
        savings = Bounded.list(savings, MAX_PAPERS);
    }

    /**
     * @param costOfGoods (HPP) as a positive amount
     * @param participation (partisipasi) as written
     */
    public record Trade(
            @Nullable @PositiveOrZero Rupiah sales,
            @Nullable @PositiveOrZero Rupiah costOfGoods,
            @Nullable Rupiah participation) {
        Rupiah difference() {
            return or0(sales).minus(or0(costOfGoods));
        }
    }

    public record Line(@NotBlank @Size(max = 200) String name, @NotNull Rupiah amount) {}

    /**
     * @param paper which paper says so
     * @param total as written
     */
    public record SavingsPaper(
            @NotBlank @Size(max = 200) String paper,
            @Nullable @PositiveOrZero Rupiah principal,
            @Nullable @PositiveOrZero Rupiah mandatory,
            @Nullable @PositiveOrZero Rupiah voluntary,
            @Nullable @PositiveOrZero Rupiah total) {
        Rupiah sum() {
            return or0(principal).plus(or0(mandatory)).plus(or0(voluntary));
        }
    }

    /**
     * A sum that does not add up.
     *
     * @param line where it stands
     * @param written by the board
     * @param computed from the lines above it, or written on another paper
     */
    public record Mismatch(String line, Rupiah written, Rupiah computed, Rupiah difference) {}

    /**
     * The figures computed from their lines.
     *
     * @param unchecked no line was given: the surplus stands as it was written
     */
    public record Checked(
            Rupiah memberParticipation,
            Rupiah nonMemberParticipation,
            Rupiah expenses,
            Rupiah grossSurplus,
            Rupiah others,
            Rupiah tax,
            Rupiah netSurplus,
            Rupiah memberSurplus,
            boolean unchecked,
            List<Mismatch> mismatches) {}

    private static Rupiah or0(@Nullable Rupiah amount) {
        return amount == null ? Rupiah.ZERO : amount;
    }

    private static Rupiah sum(@Nullable List<Line> lines) {
        return lines == null
                ? Rupiah.ZERO
                : lines.stream().map(Line::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    private boolean hasLines() {
        return members != null || nonMembers != null || expenses != null || others != null;
    }

    /**
     * @throws ArithmeticException when the figures together do not fit
     * @throws id.lumbung.edge.problem.Refusal when there is nothing to compute with, or the
     *     members' part is none of the surplus
     */
    public Checked checked() {
        var mismatches = new ArrayList<Mismatch>();
        var ofMembers = members == null ? Rupiah.ZERO : members.difference();
        var ofOthers = nonMembers == null ? Rupiah.ZERO : nonMembers.difference();
        compare(
                "members.participation",
                members == null ? null : members.participation(),
                ofMembers,
                mismatches);
        compare(
                "nonMembers.participation",
                nonMembers == null ? null : nonMembers.participation(),
                ofOthers,
                mismatches);
        requirePositiveExpenses();
        var spent = sum(expenses);
        compare("expensesTotal", expenses == null ? null : expensesTotal, spent, mismatches);
        if (expenses == null && expensesTotal != null) {
            spent = expensesTotal;
        }
        var gross = ofMembers.plus(ofOthers).minus(spent);
        var unchecked = !hasLines() && expensesTotal == null;
        if (!unchecked) {
            compare("grossSurplus", grossSurplus, gross, mismatches);
        }
        var net = gross.plus(sum(others)).minus(or0(tax));
        if (unchecked) {
            if (netSurplus == null) {
                throw ClosingRule.NO_FIGURES.because(
                        "Isi baris-baris hasil usaha tahun itu, atau setidaknya 'netSurplus'.",
                        "Give the lines of the year's result, or at least 'netSurplus'.");
            }
            net = netSurplus;
        } else {
            compare("netSurplus", netSurplus, net, mismatches);
        }
        comparePapers(mismatches);
        return new Checked(
                ofMembers,
                ofOthers,
                spent,
                gross,
                sum(others),
                or0(tax),
                net,
                memberPart(net, ofMembers, ofOthers),
                unchecked,
                mismatches);
    }

    /** Accountants write expenses with a minus; here that would add them to the surplus. */
    private void requirePositiveExpenses() {
        if (expenses == null) {
            return;
        }
        for (var line : expenses) {
            if (line.amount().isNegative()) {
                throw ClosingRule.EXPENSE_NEGATIVE.because(
                        "Beban '%s' adalah %s; isi beban sebagai jumlah positif."
                                .formatted(line.name(), line.amount()),
                        "The expense '%s' is %s; give expenses as positive amounts."
                                .formatted(line.name(), line.amount()));
            }
        }
    }

    private Rupiah memberPart(Rupiah net, Rupiah ofMembers, Rupiah ofOthers) {
        if (memberSurplus != null) {
            if (memberSurplus.isMoreThan(net)
                    || (memberSurplus.isNegative() && !net.isNegative())) {
                throw ClosingRule.MEMBER_SURPLUS_OUT_OF_RANGE.because(
                        "'memberSurplus' adalah %s dan harus antara nol dan SHU bersih, %s (selisih %s)."
                                .formatted(
                                        memberSurplus,
                                        net,
                                        memberSurplus.isNegative()
                                                ? memberSurplus.negated()
                                                : memberSurplus.minus(net)),
                        "'memberSurplus' is %s and must lie between zero and the net surplus, %s (%s away)."
                                .formatted(
                                        memberSurplus,
                                        net,
                                        memberSurplus.isNegative()
                                                ? memberSurplus.negated()
                                                : memberSurplus.minus(net)));
            }
            return memberSurplus;
        }
        if (net.isNegative() || !ofOthers.isMoreThan(Rupiah.ZERO)) {
            return net;
        }
        return ofMembers.isMoreThan(Rupiah.ZERO)
                ? net.portion(ofMembers.amount(), ofMembers.plus(ofOthers).amount())
                : Rupiah.ZERO;
    }

    private static void compare(
            String line, @Nullable Rupiah written, Rupiah computed, List<Mismatch> to) {
        if (written != null && !written.equals(computed)) {
            to.add(new Mismatch(line, written, computed, written.minus(computed)));
        }
    }

    /** Every paper against the first, and against its own sum. */
    private void comparePapers(List<Mismatch> to) {
        if (savings == null || savings.isEmpty()) {
            return;
        }
        var first = savings.getFirst();
        for (var paper : savings) {
            compare("savings.%s.total".formatted(paper.paper()), paper.total(), paper.sum(), to);
            compareKind("principal", SavingsPaper::principal, first, paper, to);
            compareKind("mandatory", SavingsPaper::mandatory, first, paper, to);
            compareKind("voluntary", SavingsPaper::voluntary, first, paper, to);
        }
    }

    private static void compareKind(
            String kind,
            Function<SavingsPaper, @Nullable Rupiah> amount,
            SavingsPaper first,
            SavingsPaper paper,
            List<Mismatch> to) {
        compare(
                "savings.%s.%s".formatted(paper.paper(), kind),
                amount.apply(paper),
                or0(amount.apply(first)),
                to);
    }
}
