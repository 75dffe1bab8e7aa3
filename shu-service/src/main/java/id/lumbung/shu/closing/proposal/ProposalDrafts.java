package id.lumbung.shu.closing.proposal;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.PolicyVersion;
import id.lumbung.shu.closing.record.BookYearRecord.Proposal;
import id.lumbung.shu.closing.record.BookYearRecord.ResultVersion;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ResultCalculation;
import id.lumbung.shu.division.Allocation;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.division.YearResult;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes out what policy and figures would give, and what the meeting should consider. */
@Component
class ProposalDrafts {

    private final BookYearStore store;
    private final BookYears bookYears;

    ProposalDrafts(BookYearStore store, BookYears bookYears) {
        this.store = store;
        this.bookYears = bookYears;
    }

    Proposal of(BookYearRecord record, PolicyVersion policy, ResultVersion figures) {
        var rules = policy.policy().rules(bookYears.kind(record.cooperativeId()));
        var checked = figures.checked();
        var carried = CarriedOver.into(record.bookYear(), store.all(record.cooperativeId()));
        var broughtForward = carried.loss();
        var surplus = new YearResult(checked.netSurplus(), broughtForward, Rupiah.ZERO).surplus();
        var books = record.books();
        var differences =
                books == null
                        ? List.<ResultCalculation.Mismatch>of()
                        : FiguresComparison.of(figures.figures(), books, carried.reserve());
        return new Proposal(
                policy.version(),
                rules,
                figures.version(),
                checked.netSurplus(),
                broughtForward,
                surplus,
                carried.reserveOr(figures.figures().reserve()),
                Allocation.of(surplus, checked.memberSurplus(), checked.netSurplus(), rules),
                figures,
                differences,
                warnings(record, rules, broughtForward, differences));
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
                .filter(it -> it.bookYear() < record.bookYear() && !it.hasClosedBooks())
                .map(BookYearRecord::bookYear)
                .toList();
    }
}
