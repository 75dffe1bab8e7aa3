package id.lumbung.shu.closing.surplus;

import id.lumbung.backbone.Page;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Bilingual;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.account.AccountStore;
import id.lumbung.shu.account.MemberAccount;
import id.lumbung.shu.bookyear.BookYears;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearRecord.State;
import id.lumbung.shu.closing.record.BookYearStore;
import id.lumbung.shu.closing.record.ClosingRule;
import id.lumbung.shu.closing.record.RecordedSteps;
import id.lumbung.shu.division.Division;
import id.lumbung.shu.division.Entitlement;
import id.lumbung.shu.division.Policy.Rules;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Years whose surplus is divided, or proposed to be: for those who show it or pay it out. */
@Component
public class DividedYears {

    private final BookYearStore store;
    private final DivisionComputation computation;
    private final RecordedSteps steps;
    private final AccountStore accounts;
    private final BookYears bookYears;

    DividedYears(
            BookYearStore store,
            DivisionComputation computation,
            RecordedSteps steps,
            AccountStore accounts,
            BookYears bookYears) {
        this.store = store;
        this.computation = computation;
        this.steps = steps;
        this.accounts = accounts;
        this.bookYears = bookYears;
    }

    /**
     * How a year was divided.
     *
     * @throws Refusal when it is not divided yet
     */
    public Division divided(UUID cooperativeId, int year) {
        return record(cooperativeId, year).divided();
    }

    private BookYearRecord record(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.DIVIDED,
                new Bilingual(
                        "Belum ada yang harus dibayar sebelum dibagi: PUT division.",
                        "Nothing is due before it is divided: PUT division."));
        return record;
    }

    /** The years that are divided, paid out or not, the earliest first. */
    public List<Integer> all(UUID cooperativeId) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.state().isAtLeast(State.DIVIDED))
                .map(BookYearRecord::bookYear)
                .toList();
    }

    /** Whether a year's accounts hold a member at all. */
    public boolean hasAccount(UUID cooperativeId, int year, UUID memberId) {
        return accounts.find(cooperativeId, year, memberId).isPresent();
    }

    /**
     * What a member is due of a divided year.
     *
     * @throws Refusal when the year is not divided, or has no account of the member
     */
    public Entitlement entitlement(UUID cooperativeId, int year, UUID memberId) {
        var record = record(cooperativeId, year);
        var account =
                accounts.find(cooperativeId, year, memberId)
                        .orElseThrow(() -> ClosingRule.noAccount(year, memberId));
        return record.divided().entitlement(account.weights(record.proposed().rules()));
    }

    /** Entitlements of a divided year by the page, members in the order of their ids. */
    public Page<Entitlement> entitlements(
            UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var record = record(cooperativeId, year);
        var rules = record.proposed().rules();
        var page =
                accounts.page(cooperativeId, year, after, limit).stream()
                        .map(account -> record.divided().entitlement(account.weights(rules)))
                        .toList();
        return Page.of(page, limit, Entitlement::memberId);
    }

    /**
     * The division that is proposed, or was made: the same arithmetic, whether or not the meeting
     * has decided.
     */
    public final class Proposed {
        private final BookYearRecord record;
        private final Division division;
        private final Rules rules;

        private Proposed(BookYearRecord record) {
            this.record = record;
            this.division = record.division() == null ? computation.of(record) : record.division();
            this.rules = record.proposed().rules();
        }

        /** An account and what it comes to. */
        public record Part(MemberAccount account, Entitlement entitlement) {}

        public Division division() {
            return division;
        }

        /** Accounts by the page, members in the order of their ids. */
        public List<Part> page(@Nullable UUID after, int limit) {
            return accounts.page(record.cooperativeId(), record.bookYear(), after, limit).stream()
                    .map(account -> new Part(account, division.entitlement(account.weights(rules))))
                    .toList();
        }
    }

    /**
     * @throws Refusal when nothing is proposed
     */
    public Proposed proposed(UUID cooperativeId, int year) {
        var record = store.get(cooperativeId, year);
        record.require(
                State.PROPOSED,
                new Bilingual("Usulkan dahulu: PUT proposal.", "Propose it first: PUT proposal."));
        return new Proposed(record);
    }

    /** From when on something is due: the day on which the meeting decided. */
    public Instant dueFrom(UUID cooperativeId, int year) {
        var resolution = record(cooperativeId, year).resolution();
        if (resolution == null) {
            throw new IllegalStateException("A year that is DIVIDED has a resolution");
        }
        return resolution
                .heldOn()
                .atStartOfDay(bookYears.of(cooperativeId, year).zone())
                .toInstant();
    }

    /**
     * Marks a divided year as paid out; whether it is, the one who keeps the payments knows.
     *
     * @param reversals as they stood before the payments were looked at
     * @throws Refusal when a payment is being reversed, or was since
     */
    public void markPaid(UUID cooperativeId, int year, ReversalsSnapshot reversals) {
        var record = record(cooperativeId, year);
        if (record.state() != State.PAID) {
            var next = record.paid(steps.now(), Actor.current());
            var _ = steps.save("BOOK_YEAR_SETTLED", next, reversals.isUnchanged());
        }
    }
}
