package id.lumbung.membership.savings;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deposit (setoran).
 *
 * @param months that mandatory savings were paid for; null for the month of {@code at}
 */
record Deposit(
        UUID id,
        UUID cooperativeId,
        UUID memberId,
        SavingsKind kind,
        @JsonProperty("amount") Rupiah value,
        Instant at,
        @Nullable Months months,
        Instant recordedAt)
        implements SavingsEntry {

    @Override
    public Rupiah amount() {
        return value;
    }

    @Override
    public Deposit recorded(Instant at) {
        return new Deposit(id, cooperativeId, memberId, kind, value, this.at, months, at);
    }

    @Override
    public SavingsDeposited event() {
        return new SavingsDeposited(
                cooperativeId,
                id,
                memberId,
                kind,
                value,
                at,
                months == null ? null : months.first(),
                months == null ? null : months.last());
    }
}
