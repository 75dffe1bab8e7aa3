package id.lumbung.membership.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.SavingsDeposited;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/** A deposit (setoran). */
record Deposit(
        UUID id,
        UUID cooperativeId,
        UUID memberId,
        SavingsKind kind,
        @JsonProperty("amount") Rupiah value,
        Instant at,
        Instant recordedAt)
        implements SavingsEntry {

    @Override
    public Rupiah amount() {
        return value;
    }

    @Override
    public Deposit recorded(Instant at) {
        return new Deposit(id, cooperativeId, memberId, kind, value, this.at, at);
    }

    @Override
    public SavingsDeposited event() {
        return new SavingsDeposited(cooperativeId, id, memberId, kind, value, at);
    }
}
