package id.lumbung.membership.identity;

import java.util.Set;

/** What someone is to a cooperative, as tokens say it in the claim {@code roles}. */
enum Role {
    /** Pengurus. */
    BOARD,
    /** Pengawas. */
    SUPERVISOR,
    /** Pengelola. */
    MANAGER,
    CASHIER,
    PHARMACIST,
    CLINICIAN,
    MEMBER,
    /** Runs the system for all cooperatives. */
    OPERATOR,
    /** Helps the cooperatives that were given to it (pendamping). */
    ADVISOR,
    /** An outlet's app; never a person. */
    OUTLET,
    /** One of our services; never a person. */
    SERVICE;

    /** Those that a board gives to people of its own cooperative. */
    static final Set<Role> OF_A_COOPERATIVE =
            Set.of(BOARD, SUPERVISOR, MANAGER, CASHIER, PHARMACIST, CLINICIAN, MEMBER);

    /** Those whose work is at one outlet. */
    static final Set<Role> AT_AN_OUTLET = Set.of(CASHIER, PHARMACIST, CLINICIAN);
}
