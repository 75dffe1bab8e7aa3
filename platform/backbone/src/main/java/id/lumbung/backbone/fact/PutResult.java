package id.lumbung.backbone.fact;

/**
 * What became of a fact that was put.
 *
 * @param stored the fact as it stands: this one, or the one that was first under its id; where the
 *     outcome is {@code OVERTAKEN}, what was put
 */
public record PutResult<F extends Fact>(Outcome outcome, F stored) {

    public enum Outcome {
        /** Written now, together with what it tells. */
        ACCEPTED,
        /** It stood already, word for word. */
        DUPLICATE,
        /** Another fact stands under this id. */
        CONFLICT,
        /** Its turn was taken by another fact written at the same moment; look again and retry. */
        OVERTAKEN
    }
}
