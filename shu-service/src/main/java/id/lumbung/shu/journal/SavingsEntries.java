package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.SavingsEvent;
import id.lumbung.backbone.event.SavingsEvent.DepositReversed;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.event.SavingsEvent.SavingsWithdrawn;
import id.lumbung.backbone.event.SavingsEvent.WithdrawalReversed;
import id.lumbung.shu.journal.Entry.Kind;

/** What the journal writes of savings. */
final class SavingsEntries {

    private SavingsEntries() {}

    /** A reversal counts as what it takes back counts. */
    static Entry of(ReceivedEvent received, SavingsEvent event) {
        return switch (event) {
            case SavingsDeposited it ->
                    OfficeEntries.draft(received, Kind.DEPOSIT, it.amount(), it.at())
                            .detail(it.kind().name())
                            .months(it.firstMonth(), it.lastMonth())
                            .entry();
            case DepositReversed it ->
                    OfficeEntries.draft(
                                    received, Kind.DEPOSIT_REVERSED, it.amount().negated(), it.at())
                            .detail(it.kind().name())
                            .takesBack(it.depositId(), it.depositAt())
                            .entry();
            case WithdrawalReversed it ->
                    OfficeEntries.draft(received, Kind.WITHDRAWAL_REVERSED, it.amount(), it.at())
                            .detail(it.kind().name())
                            .takesBack(it.withdrawalId(), it.withdrawalAt())
                            .entry();
            case SavingsWithdrawn it ->
                    OfficeEntries.draft(received, Kind.WITHDRAWAL, it.amount().negated(), it.at())
                            .detail(it.kind().name())
                            .entry();
        };
    }
}
