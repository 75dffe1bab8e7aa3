package id.lumbung.backbone.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The facts of one outlet in a stretch of days, one by one. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CooperativeFacts(UUID outletId, List<Fact> facts) {

    /** Whether the broker has a fact's event. */
    public enum State {
        PUBLISHED,
        /** Its message waits. */
        PENDING,
        /** The broker will never take its message as it is. */
        BLOCKED
    }

    /**
     * @param amount rupiah, negative for what takes back
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fact(UUID eventId, UUID factId, LocalDate day, long amount, State state) {}
}
