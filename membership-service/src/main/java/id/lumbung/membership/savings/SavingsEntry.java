package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/** A line of a member's savings book. Happens at the cooperative's office. */
sealed interface SavingsEntry extends Fact
        permits Deposit, Withdrawal, DepositReversal, WithdrawalReversal {

    @Override
    UUID memberId();

    SavingsKind kind();

    /** What the member is shown: never negative. */
    Rupiah value();

    @Override
    default UUID outletId() {
        return cooperativeId();
    }

    @Override
    SavingsEntry recorded(Instant at);
}
