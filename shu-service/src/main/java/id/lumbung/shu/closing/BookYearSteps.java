package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.BookYearRecord.Proposal;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.division.YearResult;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What the board prepares for the meeting: the policy, the result of the year, and the proposal.
 * Each step may be sent twice and counts once; a step that is refused leaves everything as it was.
 */
@Component
class BookYearSteps {

    private static final int MAX_POLICIES = 100;

    private final BookYearStore store;
    private final RecordedSteps steps;
    private final BookYears bookYears;

    BookYearSteps(BookYearStore store, RecordedSteps steps, BookYears bookYears) {
        this.store = store;
        this.steps = steps;
        this.bookYears = bookYears;
    }

    BookYearRecord get(UUID cooperativeId, int year) {
        return store.get(cooperativeId, year);
    }

    List<BookYearRecord> all(UUID cooperativeId) {
        return store.all(cooperativeId);
    }

    /**
     * Sets the policy of a year; the one before stays on record.
     *
     * @throws Refusal when it breaks a rule, or the meeting has decided
     */
    BookYearRecord setPolicy(UUID cooperativeId, int year, Policy policy) {
        var record = store.get(cooperativeId, year);
        if (record.policy().filter(last -> last.policy().equals(policy)).isPresent()) {
            return record;
        }
        record.requireUndecided();
        var _ = policy.rules();
        if (policy.totalTurnover() != null || policy.totalCapital() != null) {
            throw ClosingRule.TOTALS_ARE_COMPUTED.because(
                    "'totalTurnover' dan 'totalCapital' hanya untuk simulasi; jumlah sebuah tahun buku berasal dari jurnalnya. Tinggalkan keduanya.",
                    "'totalTurnover' and 'totalCapital' are for simulations; a book year's totals come from its journal. Leave them out.");
        }
        if (record.policies().size() == MAX_POLICIES) {
            throw ClosingRule.TOO_MANY_VERSIONS.because(
                    "Kebijakan sudah diubah %d kali; tidak ada versi lagi yang disimpan."
                            .formatted(MAX_POLICIES),
                    "The policy was changed %d times; no more versions are kept."
                            .formatted(MAX_POLICIES));
        }
        return steps.save("POLICY_SET", record.withPolicy(policy, steps.now(), Actor.current()));
    }

    /**
     * Sets the board's figures of a year; sums that do not add up are listed, not trusted.
     *
     * @throws Refusal when they make no result, or the meeting has decided
     */
    BookYearRecord setFigures(UUID cooperativeId, int year, ResultCalculation figures) {
        var record = store.get(cooperativeId, year);
        if (record.figures() != null && record.figures().figures().equals(figures)) {
            return record;
        }
        record.requireUndecided();
        try {
            return steps.save(
                    "FIGURES_SET",
                    record.withFigures(figures, figures.checked(), steps.now(), Actor.current()));
        } catch (ArithmeticException e) {
            throw ClosingRule.tooLarge();
        }
    }

    /**
     * Puts policy and figures before the meeting, as they stand now.
     *
     * @throws Refusal when one of them is missing, or the books are open
     */
    BookYearRecord propose(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.BOOKS_CLOSED,
                new Bilingual(
                        "Tutup bukunya dahulu: PUT closing.",
                        "Close the books first: PUT closing."));
        var policy =
                record.policy()
                        .orElseThrow(() ->
                                ClosingRule.NO_POLICY.because(
                                        "Kebijakan tahun %d belum ditetapkan. Tetapkan dahulu: PUT policy."
                                                .formatted(year),
                                        "No policy is set for %d. Set it first: PUT policy."
                                                .formatted(year)));
        var figures = record.figures();
        if (figures == null) {
            throw ClosingRule.NO_FIGURES.because(
                    "Angka tahun %d belum diisi. Isi dahulu: PUT figures.".formatted(year),
                    "No figures are set for %d. Set them first: PUT figures.".formatted(year));
        }
        var rules = policy.policy().rules(bookYears.kind(cooperativeId));
        var checked = figures.checked();
        var carried = CarriedOver.into(year, store.all(cooperativeId));
        var broughtForward = carried.loss();
        var surplus = new YearResult(checked.netSurplus(), broughtForward, Rupiah.ZERO).surplus();
        var books = record.books();
        var differences =
                books == null
                        ? List.<ResultCalculation.Mismatch>of()
                        : FiguresComparison.of(figures.figures(), books, carried.reserve());
        var proposal =
                new Proposal(
                        policy.version(),
                        rules,
                        figures.version(),
                        checked.netSurplus(),
                        broughtForward,
                        surplus,
                        carried.reserveOr(figures.figures().reserve()),
                        Allocation.of(
                                surplus, checked.memberSurplus(), checked.netSurplus(), rules),
                        figures,
                        differences,
                        warnings(record, rules, broughtForward, differences));
        if (proposal.equals(record.proposal())) {
            return record;
        }
        record.requireUndecided();
        return steps.save(
                "DIVISION_PROPOSED", record.proposed(proposal, steps.now(), Actor.current()));
    }

    private List<String> warnings(
            BookYearRecord record,
            Rules rules,
            Rupiah broughtForward,
            List<ResultCalculation.Mismatch> differences) {
        return new ProposalWarnings(
                        record,
                        rules,
                        bookYears.kind(record.cooperativeId()),
                        broughtForward,
                        differences,
                        skipped(record))
                .all();
    }

    /** Years between the last closed one and this that somebody touched and nobody closed. */
    private List<Integer> skipped(BookYearRecord record) {
        return store.all(record.cooperativeId()).stream()
                .filter(it -> it.bookYear() < record.bookYear() && !it.isClosed())
                .map(BookYearRecord::bookYear)
                .toList();
    }
}
