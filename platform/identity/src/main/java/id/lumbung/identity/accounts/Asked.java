package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.Set;

/**
 * What one person asked for a login, and a second has yet to consent to.
 *
 * @param by the first person's subject
 * @param roles that are not given before; none where it is the password that is to be taken
 */
record Asked(String by, Instant at, Set<Role> roles) {}
