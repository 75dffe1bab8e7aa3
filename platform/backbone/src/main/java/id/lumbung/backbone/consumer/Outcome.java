package id.lumbung.backbone.consumer;

/** What became of an event that was handed to its {@link EventHandler}. */
public sealed interface Outcome {

    /** It was consumed, now or earlier. */
    record Consumed() implements Outcome {}

    /**
     * It cannot be consumed as it is, and becomes a dead letter.
     *
     * @param reason a sentence without personal data
     */
    record Refused(Cause cause, String reason) implements Outcome {}

    Consumed CONSUMED = new Consumed();

    /** Why a record becomes a dead letter; what an operator sorts them by. */
    enum Cause {
        /** It has no event's headers, or ones that cannot be read. */
        HEADERS,
        /** Its value is not the JSON of its type of event. */
        UNREADABLE,
        /** Its value is larger than any event. */
        TOO_LARGE,
        /** A newer release than this one published it. */
        UNKNOWN_TYPE,
        /** Another event was consumed under its id. */
        CONFLICT,
        /** It can be read, and still nothing can be made of it here. */
        NOT_CONSUMABLE
    }
}
