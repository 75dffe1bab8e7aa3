package id.lumbung.backbone.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.backbone.security.Owned;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that happened and that a rule refused to record: goods came back, money was handed
 * over. It counts nowhere; it is kept so that its outlet sees what its till does not agree with.
 *
 * @param key tells the same id at two outlets apart
 * @param factId under which it was sent
 * @param about the id of the sale or the visit
 * @param at when it happened, as it was sent
 * @param amount rupiah that were handed over
 * @param rule why it was refused last, such as {@code too-much-returned}
 * @param args the figures of that refusal
 * @param attempts how often it was sent
 */
public record RefusedFact(
        @Id @JsonIgnore String key,
        UUID factId,
        UUID cooperativeId,
        UUID outletId,
        UUID about,
        Instant at,
        long amount,
        String rule,
        Map<String, Object> args,
        Instant refusedAt,
        int attempts,
        State state,
        @Nullable Settlement settlement)
        implements Owned {

    /** What became of it. */
    public enum State {
        /** A person has yet to say what became of the money. */
        OPEN,
        /** A person has said so. */
        SETTLED,
        /** It was sent again, and recorded. */
        RECORDED
    }

    /** What became of the money. */
    public enum Outcome {
        /** It was not handed over, or the customer brought it back. */
        RECOVERED,
        /** The till is short of it. */
        TILL_SHORT,
        /** It stands in the books under another id. */
        RECORDED_OTHERWISE
    }

    /** What a person says of it. */
    public record Settling(@NotNull Outcome outcome, @AuditReason String reason) {}

    /**
     * @param by whom
     */
    public record Settlement(Outcome outcome, String reason, String by, Instant at) {}

    boolean isSettledAs(Settling asked) {
        return settlement != null
                && settlement.outcome() == asked.outcome()
                && settlement.reason().equals(asked.reason());
    }
}
