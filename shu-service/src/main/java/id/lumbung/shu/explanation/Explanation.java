package id.lumbung.shu.explanation;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.CountedAs;
import id.lumbung.shu.account.Membership;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.EntryView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member's part of a year's surplus comes about: every number, down to the entries.
 *
 * @param label whether it is owed, proposed or merely estimated
 * @param entries how many entries of the journal are in this account
 * @param assumptions what an estimate rests on; empty for what is divided
 */
public record Explanation(
        UUID cooperativeId,
        int bookYear,
        Label label,
        Member member,
        Business business,
        Capital capital,
        Policy.Rules rules,
        @Nullable Product patronage,
        @Nullable Product returnOnCapital,
        @Nullable Rupiah total,
        long entries,
        List<String> assumptions) {

    /** What the figures are worth. */
    public enum Label {
        /** The meeting has decided and the year is divided: it is owed. */
        DIVIDED,
        /** The books are closed; the meeting has yet to decide. Nothing is owed. */
        PROPOSED,
        /** The year is open, or no surplus is proposed. Nothing is owed. */
        ESTIMATE
    }

    /**
     * @param memberships more than one of who came back after leaving
     * @param paidThrough the last month that mandatory savings were paid for
     */
    public record Member(
            UUID memberId,
            Event.@Nullable MemberKind kind,
            List<Membership.Span> memberships,
            @Nullable YearMonth paidThrough,
            Eligibility eligibility) {}

    /**
     * Net rupiah.
     *
     * @param counted under the rules, the numerator
     * @param shortfall what it is below zero, which counts as zero
     * @param transactions how many entries of the year are counted
     * @param byKind sales, returns, visits and refunds apart, for the member alone
     * @param late what the adjustments are made of
     */
    public record Business(
            long inYear,
            long beforeJoining,
            long outsideMembership,
            long adjustments,
            long counted,
            long shortfall,
            long transactions,
            List<KindSum> byKind,
            List<Late> late) {}

    /** Business of an earlier year that arrived after that had closed. */
    public record Late(LocalDate on, long amount) {}

    public record KindSum(Entry.Kind kind, long entries, long amount) {
        KindSum plus(KindSum other) {
            return new KindSum(kind, entries + other.entries, Math.addExact(amount, other.amount));
        }
    }

    /**
     * @param counted under the rules, the numerator
     * @param days of the year, by which the mean is taken
     */
    public record Capital(
            Policy.CapitalBasis basis,
            int days,
            long counted,
            List<Saving> savings,
            List<Balance> balances) {}

    /**
     * @param averageDaily rupiahDays ÷ days, rounded down
     * @param isCapital whether the policy counts it
     */
    public record Saving(
            SavingsKind kind,
            long opening,
            long paidIn,
            long takenOut,
            long closing,
            long rupiahDays,
            long averageDaily,
            boolean isCapital) {}

    /**
     * What was held from the end of a day on.
     *
     * @param held rupiah of the savings that the policy counts
     */
    public record Balance(LocalDate from, long held) {}

    /**
     * {@code floor(pool × numerator ÷ denominator)}.
     *
     * @param exact to two decimals, cut off
     */
    public record Product(
            long numerator, long denominator, Rupiah pool, String exact, Rupiah part) {}

    /**
     * An entry, and what it counts as.
     *
     * @param entry as the one who asks may see it
     */
    public record Counted(EntryView entry, CountedAs as) {}
}
