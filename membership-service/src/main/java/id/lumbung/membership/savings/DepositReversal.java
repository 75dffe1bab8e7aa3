package id.lumbung.membership.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.SavingsEvent.DepositReversed;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/**
 * That a deposit was recorded by mistake. Happens when it is recorded.
 *
 * @param id the deposit's: it is reversed once, all of it
 * @param depositAt when the deposit was said to have happened
 */
record DepositReversal(
        UUID id,
        UUID cooperativeId,
        UUID memberId,
        SavingsKind kind,
        @JsonProperty("amount") Rupiah value,
        Instant depositAt,
        Instant recordedAt)
        implements SavingsEntry {

    static DepositReversal of(Deposit deposit, Instant now) {
        return new DepositReversal(
                deposit.id(),
                deposit.cooperativeId(),
                deposit.memberId(),
                deposit.kind(),
                deposit.value(),
                deposit.at(),
                now);
    }

    @Override
    public Rupiah amount() {
        return value.negated();
    }

    @Override
    public Instant at() {
        return recordedAt;
    }

    @Override
    public DepositReversal recorded(Instant at) {
        return new DepositReversal(id, cooperativeId, memberId, kind, value, depositAt, at);
    }

    @Override
    public DepositReversed event() {
        return new DepositReversed(
                cooperativeId, id, id, memberId, kind, value, recordedAt, depositAt);
    }
}
