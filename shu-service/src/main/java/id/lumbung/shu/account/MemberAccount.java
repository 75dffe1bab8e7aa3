package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.division.Policy;
import id.lumbung.shu.division.Policy.CapitalBasis;
import id.lumbung.shu.division.Policy.JoinerRule;
import id.lumbung.shu.division.Policy.LeaverPolicy;
import id.lumbung.shu.division.Policy.Rules;
import id.lumbung.shu.journal.Entry;
import id.lumbung.shu.journal.Journal.Line;
import id.lumbung.shu.bookyear.BookYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * @param kind null where the journal knows of no joining: nobody's member, so a passer-by
 * @param days of the year
 * @param lastMandatoryOn when mandatory savings were last paid in, up to the year's end
 * @param entries whose amounts are in this account and in no earlier year's, oldest first
 */
public record MemberAccount(
        UUID cooperativeId,
        int bookYear,
        UUID memberId,
        Event.@Nullable MemberKind kind,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate leftOn,
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

    /** Whether a member shares in the surplus, and why not. */
    public enum Standing {
        SHARES,
        NOT_A_MEMBER,
        KIND_DOES_NOT_SHARE,
        LEFT,
        INACTIVE
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
        Event.MemberKind kind = null;
        LocalDate joinedOn = null;
        LocalDate leftOn = null;
        for (var line : lines) {
            if (line.kind() == Entry.Kind.MEMBER_JOINED && line.detail() != null) {
                kind = Event.MemberKind.valueOf(line.detail());
                joinedOn = date(line);
            } else if (line.kind() == Entry.Kind.MEMBER_LEFT) {
                leftOn = date(line);
            }
        }
        var sums = new Sums(year, joinedOn, leftOn);
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
                kind,
                joinedOn,
                leftOn,
                year.days(),
                sums.business(),
                sums.savings(),
                sums.lastMandatoryOn,
                counted.stream().map(Line::id).toList());
    }

    /** Joining and leaving stand at midday of their date in UTC. */
    private static LocalDate date(Line line) {
        return Instant.ofEpochMilli(line.at()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static final class Sums {
        private final BookYear year;
        private final long from;
        private final @Nullable LocalDate joinedOn;
        private final @Nullable LocalDate leftOn;

        /** Days of the year up to the end of membership. */
        private final int memberDays;

        private final Map<SavingsKind, long[]> savings = new EnumMap<>(SavingsKind.class);
        private long inYear;
        private long beforeJoining;
        private long afterLeaving;
        private long adjustments;
        private @Nullable LocalDate lastMandatoryOn;

        Sums(BookYear year, @Nullable LocalDate joinedOn, @Nullable LocalDate leftOn) {
            this.year = year;
            this.from = year.from().toEpochMilli();
            this.joinedOn = joinedOn;
            this.leftOn = leftOn;
            this.memberDays =
                    leftOn == null || leftOn.isAfter(year.lastDay())
                            ? year.days()
                            : leftOn.isBefore(year.firstDay()) ? 0 : leftOn.getDayOfYear();
        }

        void add(Line line, boolean isNew) {
            if (line.kind().isBusiness()) {
                if (isNew) {
                    addBusiness(line);
                }
            } else if (line.kind() == Entry.Kind.DEPOSIT || line.kind() == Entry.Kind.WITHDRAWAL) {
                if (line.detail() != null) {
                    addSaving(line, SavingsKind.valueOf(line.detail()));
                }
            }
        }

        private void addBusiness(Line line) {
            var on = year.date(Instant.ofEpochMilli(line.at()));
            if (joinedOn != null && on.isBefore(joinedOn)) {
                beforeJoining = Math.addExact(beforeJoining, line.amount());
            } else if (leftOn != null && on.isAfter(leftOn)) {
                afterLeaving = Math.addExact(afterLeaving, line.amount());
            } else if (line.at() < from) {
                adjustments = Math.addExact(adjustments, line.amount());
            } else {
                inYear = Math.addExact(inYear, line.amount());
            }
        }

        private void addSaving(Line line, SavingsKind kind) {
            var sums = savings.computeIfAbsent(kind, _ -> new long[4]);
            var amount = line.amount();
            int heldDays;
            if (line.at() < from) {
                sums[0] = Math.addExact(sums[0], amount);
                heldDays = memberDays;
            } else {
                var part = amount < 0 ? 2 : 1;
                sums[part] = Math.addExact(sums[part], Math.absExact(amount));
                var day = year.date(Instant.ofEpochMilli(line.at())).getDayOfYear() - 1;
                heldDays = Math.max(0, memberDays - day);
            }
            sums[3] = Math.addExact(sums[3], Math.multiplyExact(amount, heldDays));
            if (kind == SavingsKind.MANDATORY && line.kind() == Entry.Kind.DEPOSIT) {
                var on = year.date(Instant.ofEpochMilli(line.at()));
                if (lastMandatoryOn == null || on.isAfter(lastMandatoryOn)) {
                    lastMandatoryOn = on;
                }
            }
        }

        Business business() {
            return new Business(inYear, beforeJoining, afterLeaving, adjustments);
        }

        Map<SavingsKind, Savings> savings() {
            var all = new EnumMap<SavingsKind, Savings>(SavingsKind.class);
            for (var kind : SavingsKind.values()) {
                var sums = savings.getOrDefault(kind, new long[4]);
                all.put(
                        kind,
                        new Savings(
                                sums[0],
                                sums[1],
                                sums[2],
                                Math.subtractExact(Math.addExact(sums[0], sums[1]), sums[2]),
                                sums[3]));
            }
            return all;
        }
    }

    /** Nobody was a member, nothing happened and nothing is held: not worth keeping. */
    boolean isEmpty() {
        var wasMember = kind != null && (leftOn == null || leftOn.getYear() >= bookYear);
        return !wasMember
                && entries.isEmpty()
                && savings.values().stream().allMatch(Savings::isNothing);
    }

    public Standing standing(Rules rules) {
        if (kind == null) {
            return Standing.NOT_A_MEMBER;
        }
        if (rules.memberKinds().stream().noneMatch(shares -> shares.kind() == kind)) {
            return Standing.KIND_DOES_NOT_SHARE;
        }
        if (rules.leaverPolicy() == LeaverPolicy.FORFEIT && !isMemberAtTheEnd()) {
            return Standing.LEFT;
        }
        var most = rules.inactiveAfterMonths();
        return most != null && monthsWithoutSaving() >= most ? Standing.INACTIVE : Standing.SHARES;
    }

    private boolean isMemberAtTheEnd() {
        return leftOn == null || leftOn.getYear() > bookYear;
    }

    /**
     * Months since mandatory savings were paid, or since joining, up to the year's end or the
     * leaving: whoever has left owes no more savings.
     */
    private int monthsWithoutSaving() {
        var since = lastMandatoryOn == null ? joinedOn : lastMandatoryOn;
        var until = leftOn == null || isMemberAtTheEnd() ? LocalDate.of(bookYear, 12, 31) : leftOn;
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
        return rules.joinerRule() == JoinerRule.WHOLE_YEAR
                ? Math.addExact(counted, business.beforeJoining())
                : counted;
    }

    /** The numerator of the member's patronage (jasa usaha): rupiah, never negative. */
    public long businessWeight(Rules rules) {
        return standing(rules) == Standing.SHARES ? Math.max(0, netBusiness(rules)) : 0;
    }

    /** The numerator of the member's return on capital (jasa modal): rupiah, never negative. */
    public long capitalWeight(Rules rules) {
        return standing(rules) == Standing.SHARES ? Math.max(0, capital(rules)) : 0;
    }

    private long capital(Rules rules) {
        var closing = rules.capitalBasis() == CapitalBasis.CLOSING_BALANCE;
        if (closing && !isMemberAtTheEnd()) {
            return 0;
        }
        var sum = 0L;
        for (var component : rules.capitalComponents()) {
            var saving = savings.getOrDefault(component.kind(), Savings.NONE);
            sum = Math.addExact(sum, closing ? saving.closing() : saving.rupiahDays());
        }
        return closing ? sum : Math.floorDiv(sum, days);
    }

    /** What the cooperative's turnover holds of this member, whether or not they share. */
    public long turnover() {
        return Math.max(0, business.all());
    }

    /** Whether this saving is capital under the policy. */
    public static boolean isCapital(SavingsKind kind, Rules rules) {
        return rules.capitalComponents().stream()
                .map(Policy.CapitalComponent::kind)
                .anyMatch(kind::equals);
    }
}
