package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
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
        Adjustments adjustments,
        @Nullable Ineligibility notEligible,
        @Nullable StatementPayment payment,
        @Nullable String digest) {

    public MemberStatement {
        savings = List.copyOf(savings);
        if (notEligible == null) {
            var uncut = transactionSum.plus(adjustments.sum());
            var counted = uncut.isNegative() ? Rupiah.ZERO : uncut;
            if (!business.equals(counted)) {
                throw new IllegalArgumentException(
                        "The business is given as %s, its parts make %s."
                                .formatted(business, counted));
            }
        }
        var shares = notEligible == null;
        ShareFormula.check(
                "patronage",
                patronage,
                shares ? business : Rupiah.ZERO,
                totalBusiness,
                patronagePool);
        ShareFormula.check(
                "capital part",
                capitalPart,
                shares ? capital : Rupiah.ZERO,
                totalCapital,
                capitalPool);
    }

    public Rupiah total() {
        return patronage.plus(capitalPart);
    }

    public boolean isEligible() {
        return notEligible == null;
    }

    /** Whether more was returned than bought, which counts as nothing bought. */
    public boolean isCut() {
        return transactionSum.plus(adjustments.sum()).isNegative();
    }
}
