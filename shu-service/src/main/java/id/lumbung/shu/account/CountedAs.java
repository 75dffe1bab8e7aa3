package id.lumbung.shu.account;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.journal.Entry;
import java.time.Instant;

/** What an entry counts as in a member's account of a book year. */
public enum CountedAs {
    /** Done in the year, as a member. */
    BUSINESS,
    /** Done in the year, before the day of joining. */
    BUSINESS_BEFORE_JOINING,
    /**
     * Done by somebody who was no member then: after leaving, between two memberships, or in a year
     * before the year of joining. A passer-by's.
     */
    BUSINESS_OUTSIDE_MEMBERSHIP,
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
        var isEarlier = at.isBefore(year.from());
        if (membership.kind() == null || membership.covers(day)) {
            return isEarlier ? ADJUSTMENT_OF_AN_EARLIER_YEAR : BUSINESS;
        }
        return membership.beginsAfter(day) && !isEarlier
                ? BUSINESS_BEFORE_JOINING
                : BUSINESS_OUTSIDE_MEMBERSHIP;
    }

    /** Whether it is in the numerator of the member's patronage. */
    public boolean isCounted(JoinerRule joiners) {
        return switch (this) {
            case BUSINESS, ADJUSTMENT_OF_AN_EARLIER_YEAR -> true;
            case BUSINESS_BEFORE_JOINING -> joiners.countsBeforeJoining();
            case BUSINESS_OUTSIDE_MEMBERSHIP, SAVINGS, MEMBERSHIP -> false;
        };
    }
}
