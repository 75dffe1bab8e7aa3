package id.lumbung.shu.explanation;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.account.CountedAs;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.journal.EntryView;
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
        ExplainedMember member,
        ExplainedBusiness business,
        ExplainedCapital capital,
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
