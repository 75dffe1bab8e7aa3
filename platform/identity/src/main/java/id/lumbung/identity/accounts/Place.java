package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Role;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an officer decides of a login.
 *
 * @param cooperativeId null for an operator or an advisor
 * @param cooperativeIds that an advisor helps
 * @param outletId where a cashier, pharmacist or clinician works, if at one only
 * @param memberId whom a member is in the register
 */
public record Place(
        String username,
        Set<Role> roles,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId) {

    /** The cooperatives whose supervisors are to see what is done to such a login. */
    public Set<UUID> concerned() {
        var concerned = new HashSet<>(cooperativeIds);
        if (cooperativeId != null) {
            concerned.add(cooperativeId);
        }
        if (concerned.isEmpty()) {
            concerned.add(AuditLog.PLATFORM);
        }
        return concerned;
    }

    /** The same without some of its roles, and without what goes with those alone. */
    public Place without(Set<Role> taken) {
        var left =
                roles.stream()
                        .filter(role -> !taken.contains(role))
                        .collect(Collectors.toUnmodifiableSet());
        return new Place(
                username,
                left,
                left.stream().anyMatch(Administrator.OF_A_COOPERATIVE::contains)
                        ? cooperativeId
                        : null,
                left.contains(Role.ADVISOR) ? cooperativeIds : Set.of(),
                outletId,
                left.contains(Role.MEMBER) ? memberId : null);
    }
}
