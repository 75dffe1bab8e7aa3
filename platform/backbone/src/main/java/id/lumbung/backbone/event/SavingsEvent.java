package id.lumbung.backbone.event;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said of members' savings (simpanan): put in, taken out, and either taken back. */
public sealed interface SavingsEvent extends Event {

    /**
     * @param firstMonth of the months that mandatory savings were paid for, with {@code lastMonth};
     *     both null where they were paid for the month they were paid in, and for other savings
     */
    record SavingsDeposited(
            UUID cooperativeId,
            UUID entryId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at,
            @Nullable YearMonth firstMonth,
            @Nullable YearMonth lastMonth)
            implements SavingsEvent {
        public SavingsDeposited {
            Amounts.requirePositive("amount", amount);
        }

        /** For the month it was paid in. */
        public SavingsDeposited(
                UUID cooperativeId,
                UUID entryId,
                UUID memberId,
                SavingsKind kind,
                Rupiah amount,
                Instant at) {
            this(cooperativeId, entryId, memberId, kind, amount, at, null, null);
        }

        @Override
        public UUID factId() {
            return entryId;
        }
    }

    record SavingsWithdrawn(
            UUID cooperativeId,
            UUID entryId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at)
            implements SavingsEvent {
        public SavingsWithdrawn {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return entryId;
        }
    }

    /**
     * A deposit was recorded by mistake: it never was.
     *
     * @param amount of the deposit, all of it
     * @param at when it was reversed
     * @param depositAt when the deposit was said to have happened: its reversal counts as it counts
     */
    record DepositReversed(
            UUID cooperativeId,
            UUID reversalId,
            UUID depositId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at,
            Instant depositAt)
            implements SavingsEvent {
        public DepositReversed {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return reversalId;
        }
    }

    /**
     * A withdrawal was recorded by mistake: it never was.
     *
     * @param amount of the withdrawal, all of it
     * @param at when it was reversed
     * @param withdrawalAt when the withdrawal was said to have happened: its reversal counts as it
     *     counts
     */
    record WithdrawalReversed(
            UUID cooperativeId,
            UUID reversalId,
            UUID withdrawalId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at,
            Instant withdrawalAt)
            implements SavingsEvent {
        public WithdrawalReversed {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return reversalId;
        }
    }
}
