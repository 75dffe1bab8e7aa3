package id.lumbung.backbone.security;

import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.problem.Refusal;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one request may touch: the roles by which it was let in, and their reach. Asked where the
 * cooperative is known only after looking.
 */
public final class RequestGrant {

    private final Caller caller;
    private final AccessTable.Row row;
    private final Set<Role> by;
    private volatile boolean asked;

    RequestGrant(Caller caller, AccessTable.Row row, Set<Role> by) {
        this.caller = caller;
        this.row = row;
        this.by = by;
    }

    /**
     * The grant of the request that is being answered.
     *
     * @throws IllegalStateException outside a request that the table let in
     */
    public static RequestGrant current() {
        var grant = CallerAuthentication.current().grant();
        if (grant == null) {
            throw new IllegalStateException("Nothing is granted: this is not within a request");
        }
        return grant;
    }

    /**
     * Whether this request may touch it. What it may not touch is answered as if it did not exist.
     */
    public boolean covers(Owned thing) {
        return covers(thing.cooperativeId(), thing.outletId(), thing.memberId());
    }

    public boolean covers(UUID cooperative, @Nullable UUID outlet, @Nullable UUID member) {
        asked = true;
        return by.stream()
                .anyMatch(role -> caller.reaches(role, cooperative, outlet, member, row.common()));
    }

    /**
     * @throws Refusal when this request may not act there
     */
    public void require(Owned thing) {
        require(thing.cooperativeId(), thing.outletId(), thing.memberId());
    }

    /**
     * @throws Refusal when this request may not act there
     */
    public void require(UUID cooperative, @Nullable UUID outlet, @Nullable UUID member) {
        if (!covers(cooperative, outlet, member)) {
            throw new Refusal(ProblemType.NOT_YOURS.problem());
        }
    }

    /**
     * @param things none, too: then it touches nothing
     * @throws Refusal when this request may not act at one of them
     */
    public void requireAll(Collection<? extends Owned> things) {
        asked = true;
        things.forEach(this::require);
    }

    /** Whether it was let in by a role that is of no cooperative. */
    boolean isEverywhere() {
        return by.stream().anyMatch(role -> role.reach() == Role.Reach.EVERYWHERE);
    }

    AccessTable.Row row() {
        return row;
    }

    /** Whether the answer may leave: its cooperative was asked about where the row wants that. */
    boolean isSettled() {
        return asked
                || row.where() == AccessTable.Where.PLATFORM
                || row.where() == AccessTable.Where.OPEN
                || isEverywhere();
    }
}
