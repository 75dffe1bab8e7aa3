package id.lumbung.membership.member;

import java.util.UUID;

/** Where members' logins are kept, if they are kept here. */
public interface LoginsOfMembers {

    /** Takes a member's login away, with the username. */
    void erase(UUID memberId);
}
