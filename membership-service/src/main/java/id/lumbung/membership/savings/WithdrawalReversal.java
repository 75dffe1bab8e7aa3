package id.lumbung.membership.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.SavingsEvent.WithdrawalReversed;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/**
 * That a withdrawal was recorded by mistake. Happens when it is recorded.
 *
 * @param id the withdrawal's: it is reversed once, all of it
 * @param withdrawalAt when the withdrawal was said to have happened
 */
record WithdrawalReversal(
        UUID id,
        UUID cooperativeId,
        UUID memberId,
        SavingsKind kind,
        @JsonProperty("amount") Rupiah value,
        Instant withdrawalAt,
        Instant recordedAt)
        implements SavingsEntry {

    static WithdrawalReversal of(Withdrawal withdrawal, Instant now) {
        return new WithdrawalReversal(
                withdrawal.id(),
                withdrawal.cooperativeId(),
                withdrawal.memberId(),
                withdrawal.kind(),
                withdrawal.value(),
                withdrawal.at(),
                now);
    }

    @Override
    public Rupiah amount() {
        return value;
    }

    @Override
    public Instant at() {
        return recordedAt;
    }

    @Override
    public WithdrawalReversal recorded(Instant at) {
        return new WithdrawalReversal(id, cooperativeId, memberId, kind, value, withdrawalAt, at);
    }

    @Override
    public WithdrawalReversed event() {
        return new WithdrawalReversed(
                cooperativeId, id, id, memberId, kind, value, recordedAt, withdrawalAt);
    }
}
