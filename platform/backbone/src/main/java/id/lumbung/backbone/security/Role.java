package id.lumbung.backbone.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller is in the cooperative, or for it; the words of the claim {@code roles}. */
public enum Role {
    /** Pengurus. */
    BOARD(Reach.COOPERATIVE),
    /** Pengawas. */
    SUPERVISOR(Reach.COOPERATIVE),
    /** Pengelola. */
    MANAGER(Reach.COOPERATIVE),
    CASHIER(Reach.STAFF),
    PHARMACIST(Reach.STAFF),
    CLINICIAN(Reach.STAFF),
    MEMBER(Reach.MEMBER),
    /** Runs the software, for whichever cooperative. */
    OPERATOR(Reach.EVERYWHERE),
    /** Business assistant of several cooperatives. */
    ADVISOR(Reach.ASSIGNED),
    /** An outlet's own device. */
    OUTLET(Reach.OUTLET),
    /** Another service; what it may do is said by its scopes alone. */
    SERVICE(Reach.EVERYWHERE);

    /** Whose things a role sees of those that it has to do with. */
    enum Reach {
        EVERYWHERE,
        /** Its cooperatives. */
        ASSIGNED,
        /** Its cooperative. */
        COOPERATIVE,
        /** Its cooperative, and in it only its outlet where it has one. */
        STAFF,
        /** Its outlet, and what belongs to no outlet of its cooperative. */
        OUTLET,
        /** What is its own. */
        MEMBER
    }

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    /** Those of these names that are roles here. */
    static Set<Role> known(Set<String> names) {
        return Arrays.stream(values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    Reach reach() {
        return reach;
    }
}
