package id.lumbung.membership.member;

import java.util.Optional;
import java.util.UUID;

/** Where members' logins are kept, if they are kept here. */
public interface LoginsOfMembers {

    /** The login that is bound to a member; empty where there is none, or it is not known here. */
    Optional<BoundLogin> of(UUID memberId);

    /** Takes a member's login away, with the username. */
    void erase(UUID memberId);
}
