package id.lumbung.identity.accounts;

import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.util.Set;

/**
 * Since when a login is a member's, as the member is shown it.
 *
 * @param by the offices of whoever bound it
 */
public record MemberBinding(Instant since, Set<Role> by) {}
