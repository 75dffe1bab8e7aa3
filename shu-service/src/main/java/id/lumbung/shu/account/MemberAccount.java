package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.division.Eligibility;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.division.Weights;
import id.lumbung.shu.journal.JournalLines.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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
 * @param paidThrough the last month that mandatory savings were paid for, which may lie after the
 *     year; null where none were
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
        @Nullable YearMonth paidThrough,
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
     * @param beforeJoining done in the year before the day of joining
     * @param outsideMembership done by one who was no member then: after leaving, between two
     *     memberships, or in a year before the year of joining
     * @param adjustments of earlier years, as a member, that arrived after those had closed
     */
    public record Business(
            long inYear, long beforeJoining, long outsideMembership, long adjustments) {
        public long all() {
            return Math.addExact(
                    Math.addExact(inYear, beforeJoining),
                    Math.addExact(outsideMembership, adjustments));
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
     * @param openFrom the end of the last year whose books are closed: business between then and
     *     this year is an earlier open year's, and not in this account
     * @param lines all of the member's that count before the year's end
     * @param countedBefore entries in accounts of earlier years
     * @throws ArithmeticException when a figure does not fit
     */
    static MemberAccount of(
            UUID cooperativeId,
            UUID memberId,
            BookYear year,
            Instant openFrom,
            List<Line> lines,
            Collection<UUID> countedBefore) {
        var membership = MembershipHistory.of(lines);
        var sums = new AccountSums(year, membership);
        var counted = new ArrayList<Line>();
        for (var line : lines) {
            if (line.kind().isBusiness() && isOfAnOpenYear(line.at(), openFrom, year)) {
                continue;
            }
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
                sums.paidThrough(),
                counted.stream().map(Line::id).toList());
    }

    static boolean isOfAnOpenYear(long at, Instant openFrom, BookYear year) {
        return at >= openFrom.toEpochMilli() && at < year.from().toEpochMilli();
    }

    /** Nobody was a member, nothing happened and nothing is held: not worth keeping. */
    boolean isEmpty() {
        return !membership.reachesInto(bookYear)
                && entries.isEmpty()
                && savings.values().stream().allMatch(Savings::isNothing);
    }

    public Eligibility eligibility(Rules rules) {
        var kind = membership.kind();
        if (kind == null || membership.beginsAfter(LocalDate.of(bookYear, 12, 31))) {
            return Eligibility.NOT_A_MEMBER;
        }
        if (!rules.memberKinds().contains(kind)) {
            return Eligibility.KIND_DOES_NOT_SHARE;
        }
        if (rules.leaverPolicy() == LeaverPolicy.FORFEIT && !membership.coversTheEndOf(bookYear)) {
            return Eligibility.LEFT;
        }
        var max = rules.inactiveAfterMonths();
        return max != null && monthsWithoutSaving() >= max
                ? Eligibility.INACTIVE
                : Eligibility.SHARES;
    }

    /**
     * Months in a row that no mandatory savings were paid for, up to the year's end or the leaving:
     * whoever has left owes no more savings.
     */
    private int monthsWithoutSaving() {
        var joinedOn = membership.joinedOn();
        var since =
                paidThrough != null || joinedOn == null ? paidThrough : YearMonth.from(joinedOn);
        var leftOn = membership.leftOn();
        var until =
                leftOn == null || leftOn.getYear() > bookYear
                        ? YearMonth.of(bookYear, 12)
                        : YearMonth.from(leftOn);
        return since == null
                ? Integer.MAX_VALUE
                : Math.toIntExact(Math.max(0, ChronoUnit.MONTHS.between(since, until)));
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

    /** Whether it gives anything by the rules that give most: the meeting may yet choose them. */
    public boolean mayGiveSomething() {
        return business.inYear() > 0
                || business.adjustments() > 0
                || business.beforeJoining() > 0
                || savings.values().stream().anyMatch(it -> it.rupiahDays() > 0);
    }

    private long capital(Rules rules) {
        var closing = rules.capitalBasis() == CapitalBasis.CLOSING_BALANCE;
        if (closing && !membership.coversTheEndOf(bookYear)) {
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
