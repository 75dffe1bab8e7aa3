package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a member's savings book, as it is shown.
 *
 * @param id the slip's; a reversal has that of what it takes back
 * @param amount less than nothing where it takes away
 * @param months that mandatory savings were paid for
 */
record SavingsLine(
        UUID id,
        What what,
        SavingsKind kind,
        Rupiah amount,
        Instant at,
        @Nullable Months months,
        Instant recordedAt) {

    enum What {
        DEPOSIT,
        WITHDRAWAL,
        DEPOSIT_REVERSED,
        WITHDRAWAL_REVERSED
    }

    static SavingsLine of(SavingsEntry entry) {
        var what =
                switch (entry) {
                    case Deposit _ -> What.DEPOSIT;
                    case Withdrawal _ -> What.WITHDRAWAL;
                    case DepositReversal _ -> What.DEPOSIT_REVERSED;
                    case WithdrawalReversal _ -> What.WITHDRAWAL_REVERSED;
                };
        return new SavingsLine(
                entry.id(),
                what,
                entry.kind(),
                entry.amount(),
                entry.at(),
                entry instanceof Deposit deposit ? deposit.months() : null,
                entry.recordedAt());
    }

    /** What the page after this line begins behind. */
    String key() {
        return what + "-" + id;
    }
}
