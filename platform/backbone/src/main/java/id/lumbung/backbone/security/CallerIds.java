package id.lumbung.backbone.security;

import id.lumbung.backbone.event.EventId;
import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.problem.Refusal;
import java.util.UUID;

/**
 * Ids that callers make for what they bring. Those of version 8 are left to Lumbung, which derives
 * ids of facts from other facts ({@link EventId}): whoever took such an id first would stand in the
 * way of the fact that it belongs to, or pass for it.
 */
public final class CallerIds {

    private CallerIds() {}

    /**
     * @throws Refusal when an id is one that only Lumbung makes
     */
    public static void require(UUID id) {
        if (EventId.isDerived(id)) {
            throw ProblemType.UNREADABLE.because(
                    "Id %s versi 8, yang hanya dibuat Lumbung sendiri. Buat id UUID versi 7."
                            .formatted(id),
                    "The id %s is of version 8, which Lumbung alone makes. Make a UUID of version 7."
                            .formatted(id));
        }
    }
}
