package id.lumbung.clinic.visit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was paid back of a visit's fee.
 *
 * @param settledAt when the visit was settled: the refund counts as that counts
 * @param sequenceNumber which refund of its visit this is, as {@code <visit>/<n>}
 */
record Refund(
        UUID id,
        UUID cooperativeId,
        UUID outletId,
        UUID visitId,
        @Nullable UUID memberId,
        @JsonProperty("amount") Rupiah value,
        @JsonIgnore String sequenceNumber,
        Instant settledAt,
        Instant at,
        Instant recordedAt)
        implements Fact {

    @Override
    public Rupiah amount() {
        return value.negated();
    }

    @Override
    public Refund recorded(Instant at) {
        return new Refund(
                id,
                cooperativeId,
                outletId,
                visitId,
                memberId,
                value,
                sequenceNumber,
                settledAt,
                this.at,
                at);
    }

    @Override
    public VisitRefunded event() {
        return new VisitRefunded(
                cooperativeId, id, visitId, outletId, memberId, value, at, settledAt);
    }
}
