package id.lumbung.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * What this module asks of whoever hosts it: is there such a cooperative, outlet, member. Nothing
 * else is known here of them.
 */
public interface Directory {

    /**
     * @throws id.lumbung.edge.problem.Refusal when no such cooperative is registered
     */
    void requireCooperative(UUID cooperativeId);

    /** The cooperative that an outlet belongs to; empty where there is no such outlet. */
    Optional<UUID> cooperativeOf(UUID outletId);

    /**
     * @throws id.lumbung.edge.problem.Refusal when the cooperative has no such member
     */
    void requireMember(UUID cooperativeId, UUID memberId);
}
