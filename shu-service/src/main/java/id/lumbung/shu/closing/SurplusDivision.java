package id.lumbung.shu.closing;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.shu.account.AccountComparison;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.BookYearRecord.State;
import id.lumbung.shu.division.Division;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Divides a year's surplus as the meeting decided, and computes it again from zero when asked. */
@Component
class SurplusDivision {

    private final BookYearStore store;
    private final BookYearReader reader;
    private final RecordedSteps steps;
    private final BooksClosing books;
    private final AccountStore accounts;
    private final AccountComparison comparison;
    private final BookYears bookYears;

    SurplusDivision(
            BookYearStore store,
            BookYearReader reader,
            RecordedSteps steps,
            BooksClosing books,
            AccountStore accounts,
            AccountComparison comparison,
            BookYears bookYears) {
        this.store = store;
        this.reader = reader;
        this.steps = steps;
        this.books = books;
        this.accounts = accounts;
        this.comparison = comparison;
        this.bookYears = bookYears;
    }

    /** Begins to divide; {@link #finish} does the work. */
    BookYearRecord begin(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        if (record.state().isAtLeast(State.DIVIDED) || record.isUnderWay()) {
            return record;
        }
        record.require(
                State.APPROVED,
                new Bilingual(
                        "Catat keputusan rapat dahulu: PUT resolution.",
                        "Record the meeting's resolution first: PUT resolution."));
        if (record.countersignature() == null) {
            throw ClosingRule.NOT_COUNTERSIGNED.because(
                    "Seorang pengawas masih harus menandatangani keputusan rapat: PUT resolution/countersignature.",
                    "A supervisor has yet to countersign the resolution: PUT resolution/countersignature.");
        }
        return steps.save(
                "SURPLUS_DIVIDED", record.begin(State.DIVIDED, steps.now(), Actor.current(), null));
    }

    /** Divides. Doing it twice is doing it once. */
    BookYearRecord finish(BookYearRecord record) {
        var divided = store.save(record.divided(division(record), steps.now()));
        accounts.forgetAllButInForce(record.cooperativeId(), record.bookYear());
        return divided;
    }

    /** From what is frozen and decided alone: whenever it is computed, the same to the byte. */
    Division division(BookYearRecord record) {
        var proposal = record.proposed();
        var rules = proposal.rules();
        var cooperative = record.cooperativeId();
        var resolution = record.resolution();
        return reader.frozenDivider(cooperative, record.bookYear(), rules)
                .divide(
                        proposal.result(
                                resolution == null ? Rupiah.ZERO : resolution.fromReserve()),
                        proposal.allocation(),
                        to ->
                                accounts.each(
                                        cooperative,
                                        record.bookYear(),
                                        account -> to.accept(account.weights(rules))));
    }

    /**
     * Whether a divided year is what its journal, computed from zero, gives.
     *
     * @param accounts computed anew
     * @param differences the first of those accounts that differ, by member
     */
    record Verification(
            boolean equal,
            long accounts,
            List<UUID> differences,
            String storedDigest,
            String computedDigest) {}

    Verification verify(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.DIVIDED,
                new Bilingual(
                        "Hanya tahun yang sudah dibagi yang dapat diperiksa.",
                        "Only a divided year can be verified."));
        var stored = record.divided();
        var compared =
                comparison.compare(
                        cooperativeId,
                        bookYears.of(cooperativeId, year),
                        reader.closedBefore(cooperativeId, year));
        var computed = division(record);
        // An account that is gone takes with it what it named; only the closing's sums know of it.
        return new Verification(
                compared.differences().isEmpty()
                        && books.totals(cooperativeId, year, record.frozenRun())
                                .equals(record.books())
                        && Arrays.equals(store.bytes(stored), store.bytes(computed)),
                compared.accounts(),
                compared.differences(),
                stored.digest(),
                computed.digest());
    }
}
