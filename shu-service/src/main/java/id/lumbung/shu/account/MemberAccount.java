package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.division.Weights;
import id.lumbung.shu.journal.Journal.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's account of one book year. It holds every figure that any policy may ask for, so the
 * meeting can weigh policies after the books are closed.
 *
 * @param days of the year
 * @param lastMandatoryOn when mandatory savings were last paid in, up to the year's end
 * @param entries whose amounts are in this account and in no earlier year's, oldest first
 */
public record MemberAccount(
        UUID cooperativeId,
        int bookYear,
        UUID memberId,
        Membership membership,
        int days,
        Business business,
        Map<SavingsKind, Savings> savings,
        @Nullable LocalDate lastMandatoryOn,
        List<UUID> entries) {

    public MemberAccount {
        var byKind = new EnumMap<SavingsKind, Savings>(SavingsKind.class);
        byKind.putAll(savings);
        savings = Collections.unmodifiableMap(byKind);
        entries = List.copyOf(entries);
    }

    /**
     * Net business in rupiah: purchases and fees, returns and refunds taken off.
     *
     * @param inYear done in the year as a member
     * @param beforeJoining done before the day of joining
     * @param afterLeaving done after the day of leaving
     * @param adjustments of earlier years, as a member, that arrived after those had closed
     */
    public record Business(long inYear, long beforeJoining, long afterLeaving, long adjustments) {
        public long all() {
            return Math.addExact(
                    Math.addExact(inYear, beforeJoining), Math.addExact(afterLeaving, adjustments));
        }
    }

    /**
     * One kind of saving.
     *
     * @param opening rupiah held when the year began, with what arrived late of earlier years
     * @param takenOut as a positive amount
     * @param rupiahDays the sum over the year's days, as a member, of what was held at their end
     */
    public record Savings(long opening, long paidIn, long takenOut, long closing, long rupiahDays) {
        static final Savings NONE = new Savings(0, 0, 0, 0, 0);

        boolean isNothing() {
            return equals(NONE);
        }
    }

    /**
     * @param lines all of the member's that happened before the year's end
     * @param countedBefore entries in accounts of earlier years
     * @throws ArithmeticException when a figure does not fit
     */
    static MemberAccount of(
            UUID cooperativeId,
            UUID memberId,
            BookYear year,
            List<Line> lines,
            Collection<UUID> countedBefore) {
        var membership = Membership.of(lines);
        var sums = new AccountSums(year, membership);
        var counted = new ArrayList<Line>();
        for (var line : lines) {
            var isNew = !countedBefore.contains(line.id());
            sums.add(line, isNew);
            if (isNew) {
                counted.add(line);
            }
        }
        counted.sort(Comparator.comparingLong(Line::at).thenComparing(Line::id));
        return new MemberAccount(
                cooperativeId,
                year.year(),
                memberId,
                membership,
                year.days(),
                sums.business(),
                sums.savings(),
                sums.lastMandatoryOn(),
                counted.stream().map(Line::id).toList());
    }

    /** Nobody was a member, nothing happened and nothing is held: not worth keeping. */
    boolean isEmpty() {
        return !membership.reachesInto(bookYear)
                && entries.isEmpty()
                && savings.values().stream().allMatch(Savings::isNothing);
    }

    public Eligibility eligibility(Rules rules) {
        var kind = membership.kind();
        if (kind == null) {
            return Eligibility.NOT_A_MEMBER;
        }
        if (!rules.memberKinds().contains(kind)) {
            return Eligibility.KIND_DOES_NOT_SHARE;
        }
        if (rules.leaverPolicy() == LeaverPolicy.FORFEIT && !membership.lastsBeyond(bookYear)) {
            return Eligibility.LEFT;
        }
        var max = rules.inactiveAfterMonths();
        return max != null && monthsWithoutSaving() >= max
                ? Eligibility.INACTIVE
                : Eligibility.SHARES;
    }

    /**
     * Months since mandatory savings were paid, or since joining, up to the year's end or the
     * leaving: whoever has left owes no more savings.
     */
    private int monthsWithoutSaving() {
        var since = lastMandatoryOn == null ? membership.joinedOn() : lastMandatoryOn;
        var leftOn = membership.leftOn();
        var until =
                leftOn == null || membership.lastsBeyond(bookYear)
                        ? LocalDate.of(bookYear, 12, 31)
                        : leftOn;
        return since == null
                ? Integer.MAX_VALUE
                : Math.max(
                        0,
                        (until.getYear() - since.getYear()) * 12
                                + until.getMonthValue()
                                - since.getMonthValue());
    }

    /** Business by the policy's rule for joiners, before anything below zero is counted as zero. */
    public long netBusiness(Rules rules) {
        var counted = Math.addExact(business.inYear(), business.adjustments());
        return rules.joinerRule().countsBeforeJoining()
                ? Math.addExact(counted, business.beforeJoining())
                : counted;
    }

    /** What this member brings into a division by these rules. */
    public Weights weights(Rules rules) {
        var eligibility = eligibility(rules);
        var shares = eligibility == Eligibility.SHARES;
        var net = shares ? netBusiness(rules) : 0;
        var counted = Math.max(0, net);
        return new Weights(
                memberId,
                eligibility,
                counted,
                shares ? Math.max(0, capital(rules)) : 0,
                Math.max(0, -net),
                Math.max(0, Math.max(0, business.all()) - counted));
    }

    private long capital(Rules rules) {
        var closing = rules.capitalBasis() == CapitalBasis.CLOSING_BALANCE;
        if (closing && !membership.lastsBeyond(bookYear)) {
            return 0;
        }
        var sum = 0L;
        for (var kind : rules.capitalComponents()) {
            var saving = savings.getOrDefault(kind, Savings.NONE);
            sum = Math.addExact(sum, closing ? saving.closing() : saving.rupiahDays());
        }
        return closing ? sum : Math.floorDiv(sum, days);
    }
}
