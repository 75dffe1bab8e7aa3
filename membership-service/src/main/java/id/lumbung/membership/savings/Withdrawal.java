package id.lumbung.membership.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.SavingsEvent.SavingsWithdrawn;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;

/** A withdrawal (penarikan). */
record Withdrawal(
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
        return value.negated();
    }

    @Override
    public Withdrawal recorded(Instant at) {
        return new Withdrawal(id, cooperativeId, memberId, kind, value, this.at, at);
    }

    @Override
    public SavingsWithdrawn event() {
        return new SavingsWithdrawn(cooperativeId, id, memberId, kind, value, at);
    }
}
