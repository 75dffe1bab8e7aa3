package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's page of a book year: what was counted, and how it became rupiah. The formulas it
 * prints must give the figures it prints, or it is not made.
 *
 * @param cooperative its name
 * @param name none where the membership office does not know it
 * @param asOf the last day that is counted; only for an estimate
 * @param business rupiah that count (Va): {@code transactionSum} and adjustments, but not below
 *     zero
 * @param transactions how many eligible sales, returns and settlements of the year are summed
 * @param savings each kind held in the year
 * @param capital rupiah that count (Sa)
 * @param totalBusiness what business is measured against (VUK)
 * @param totalCapital what capital is measured against (TMS)
 * @param patronagePool rupiah shared by business
 * @param capitalPool rupiah shared by capital
 * @param patronage rupiah from the first pool (JUA), rounded down
 * @param capitalPart rupiah from the second (JMA), rounded down
 * @param adjustments facts of earlier years that were published after their closing and count here
 * @param notEligible why the member has no part, if so; then both parts are zero
 * @param payment if there was one
 * @param digest of the division's content, none for an estimate
 */
public record MemberStatement(
        String cooperative,
        @Nullable String villageCode,
        int bookYear,
        Standing standing,
        @Nullable LocalDate asOf,
        UUID memberId,
        @Nullable String name,
        Event.MemberKind kind,
        Rupiah business,
        long transactions,
        Rupiah transactionSum,
        List<Saving> savings,
        Rupiah capital,
        Rupiah totalBusiness,
        Rupiah totalCapital,
        Rupiah patronagePool,
        Rupiah capitalPool,
        Rupiah patronage,
        Rupiah capitalPart,
        List<Adjustment> adjustments,
        @Nullable Ineligibility notEligible,
        @Nullable Payment payment,
        @Nullable String digest) {

    /** As many earlier facts are listed one by one; a page has room for no more. */
    static final int MAX_ADJUSTMENTS = 6;

    /** How far the figures can be relied on. */
    public enum Standing {
        /** The year goes on; nothing is promised. */
        ESTIMATE,
        /** The board proposes it to the meeting. */
        PROPOSAL,
        /** The meeting decided. */
        DECIDED
    }

    public enum Ineligibility {
        EXTRAORDINARY_MEMBER,
        LEFT_AND_FORFEITED,
        NOT_A_MEMBER_IN_THE_YEAR,
        INACTIVE,
        NO_SURPLUS
    }

    /**
     * Savings of a kind, in rupiah.
     *
     * @param averageDaily rounded down
     * @param counts whether the policy counts this kind as capital
     */
    public record Saving(
            Event.SavingsKind kind,
            Rupiah opening,
            Rupiah closing,
            Rupiah averageDaily,
            boolean counts) {}

    /**
     * @param on the day it happened, in an earlier book year
     * @param business rupiah that it adds to this year's business, negative for a return
     */
    public record Adjustment(LocalDate on, Rupiah business) {}

    public record Payment(LocalDate on, Rupiah amount, Manner manner) {

        public enum Manner {
            CASH,
            TRANSFER,
            TO_SAVINGS
        }
    }

    public MemberStatement {
        savings = List.copyOf(savings);
        adjustments = List.copyOf(adjustments);
        if (notEligible == null) {
            var uncut = transactionSum.plus(sum(adjustments));
            var counted = uncut.isNegative() ? Rupiah.ZERO : uncut;
            if (!business.equals(counted)) {
                throw new IllegalArgumentException(
                        "The business is given as %s, its parts make %s."
                                .formatted(business, counted));
            }
            check("patronage", patronage, business, totalBusiness, patronagePool);
            check("capital part", capitalPart, capital, totalCapital, capitalPool);
        } else {
            check("patronage", patronage, Rupiah.ZERO, totalBusiness, patronagePool);
            check("capital part", capitalPart, Rupiah.ZERO, totalCapital, capitalPool);
        }
    }

    private static void check(String part, Rupiah given, Rupiah own, Rupiah all, Rupiah pool) {
        var due =
                all.amount() == 0
                        ? BigInteger.ZERO
                        : BigInteger.valueOf(own.amount())
                                .multiply(BigInteger.valueOf(pool.amount()))
                                .divide(BigInteger.valueOf(all.amount()));
        if (!due.equals(BigInteger.valueOf(given.amount()))) {
            throw new IllegalArgumentException(
                    "The %s is given as %s, its formula makes Rp%d.".formatted(part, given, due));
        }
    }

    public Rupiah total() {
        return patronage.plus(capitalPart);
    }

    public boolean isEligible() {
        return notEligible == null;
    }

    public List<Adjustment> listedAdjustments() {
        return adjustments.size() <= MAX_ADJUSTMENTS
                ? adjustments
                : adjustments.subList(0, MAX_ADJUSTMENTS - 1);
    }

    /** How many earlier facts are only summed. */
    public int otherAdjustments() {
        return adjustments.size() - listedAdjustments().size();
    }

    public Rupiah otherAdjustmentsSum() {
        return sum(adjustments.subList(listedAdjustments().size(), adjustments.size()));
    }

    /** Whether more was returned than bought, which counts as nothing bought. */
    public boolean isCut() {
        return transactionSum.plus(sum(adjustments)).isNegative();
    }

    private static Rupiah sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::business).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
