package id.lumbung.backbone.consumer;

import id.lumbung.backbone.event.CauseCode;
import org.jspecify.annotations.Nullable;

/** What became of an event that was handed to its {@link EventHandler}. */
public sealed interface Outcome {

    Consumed CONSUMED = new Consumed();

    /** It was consumed, now or earlier. */
    record Consumed() implements Outcome {}

    /**
     * It cannot be consumed as it is, and becomes a dead letter.
     *
     * @param field of the event that is wrong; null where it is none in particular
     * @param reason a sentence without personal data
     */
    record Refused(CauseCode code, @Nullable String field, String reason) implements Outcome {

        public Refused(CauseCode code, String reason) {
            this(code, null, reason);
        }
    }
}
