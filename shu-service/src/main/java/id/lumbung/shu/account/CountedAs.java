package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.journal.Entry;
import java.time.Instant;

/** What an entry counts as in a member's account of a book year. */
public enum CountedAs {
    /** Done in the year, as a member. */
    BUSINESS,
    BUSINESS_BEFORE_JOINING,
    BUSINESS_AFTER_LEAVING,
    /** Done in an earlier year, as a member, and arrived after that year's books had closed. */
    ADJUSTMENT_OF_AN_EARLIER_YEAR,
    SAVINGS,
    MEMBERSHIP;

    /** The one judgement: accounts are summed by it, explanations show it. */
    public static CountedAs of(Entry.Kind kind, Instant at, Membership membership, BookYear year) {
        return switch (kind) {
            case SALE, RETURN, VISIT, REFUND -> business(at, membership, year);
            case DEPOSIT, DEPOSIT_REVERSED, WITHDRAWAL, WITHDRAWAL_REVERSED -> SAVINGS;
            case MEMBER_JOINED,
                    MEMBERSHIP_CORRECTED,
                    MEMBER_LEFT,
                    LEAVING_ANNULLED,
                    COOPERATIVE_REGISTERED,
                    OUTLET_OPENED ->
                    MEMBERSHIP;
        };
    }

    private static CountedAs business(Instant at, Membership membership, BookYear year) {
        var day = year.date(at);
        if (membership.beginsAfter(day)) {
            return BUSINESS_BEFORE_JOINING;
        }
        if (membership.endedBefore(day)) {
            return BUSINESS_AFTER_LEAVING;
        }
        return at.isBefore(year.from()) ? ADJUSTMENT_OF_AN_EARLIER_YEAR : BUSINESS;
    }

    /** Whether it is in the numerator of the member's patronage. */
    public boolean isCounted(JoinerRule joiners) {
        return switch (this) {
            case BUSINESS, ADJUSTMENT_OF_AN_EARLIER_YEAR -> true;
            case BUSINESS_BEFORE_JOINING -> joiners.countsBeforeJoining();
            case BUSINESS_AFTER_LEAVING, SAVINGS, MEMBERSHIP -> false;
        };
    }
}
