package id.lumbung.backbone.fact;

/**
 * What became of a fact that was put.
 *
 * @param stored the fact as it is stored: this one, or the one that was first under its id; where
 *     the outcome is {@code OVERTAKEN}, what was put
 */
public record PutResult<F extends Fact>(Outcome outcome, F stored) {

    public enum Outcome {
        /** Written now, together with its event. */
        ACCEPTED,
        /** It was stored already, word for word. */
        DUPLICATE,
        /** Another fact is stored under this id. */
        CONFLICT,
        /**
         * Its sequence number was taken by another fact written at the same moment; look again and
         * retry.
         */
        OVERTAKEN
    }
}
