package id.lumbung.backbone.security;

import id.lumbung.edge.token.VerifiedCaller;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as their token says.
 *
 * @param subject the person, or the client where it acts for itself
 * @param client through which they call; null where the issuer does not say
 * @param roles those known here; others in the token give nothing
 * @param cooperativeId null for who has to do with several or all
 * @param cooperativeIds that an advisor is assigned to
 * @param outletId an outlet's own, or the one that a person of its staff works at
 * @param memberId a member's own
 * @param scopes of a service
 * @param until when the token ends
 */
public record Caller(
        String subject,
        @Nullable String client,
        Set<Role> roles,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId,
        Set<String> scopes,
        Instant until) {

    static Caller of(VerifiedCaller verified) {
        return new Caller(
                verified.subject(),
                verified.client(),
                Role.known(verified.roles()),
                verified.cooperativeId(),
                verified.cooperativeIds(),
                verified.outletId(),
                verified.memberId(),
                verified.scopes(),
                verified.until());
    }

    /**
     * Whoever makes the request that is being answered.
     *
     * @throws IllegalStateException outside a request that came with a token
     */
    public static Caller current() {
        return CallerAuthentication.current().caller();
    }

    /**
     * Whether the caller's token says that an outlet is a cooperative's: it names both, or the
     * outlet is the cooperative's own office.
     */
    public static boolean isVouchedFor(UUID cooperative, UUID outlet) {
        if (outlet.equals(cooperative)) {
            return true;
        }
        var authentication = CallerAuthentication.find();
        return authentication != null
                && outlet.equals(authentication.caller().outletId())
                && cooperative.equals(authentication.caller().cooperativeId());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * Whether a thing is within a role's reach.
     *
     * @param common also what is nobody's in particular is shown to members of the cooperative
     */
    boolean reaches(
            Role role,
            UUID cooperative,
            @Nullable UUID outlet,
            @Nullable UUID member,
            boolean common) {
        var own = cooperative.equals(cooperativeId);
        var atOffice = outlet == null || outlet.equals(cooperative);
        return switch (role.reach()) {
            case EVERYWHERE -> true;
            case ASSIGNED -> cooperativeIds.contains(cooperative);
            case COOPERATIVE -> own;
            case STAFF -> own && (atOffice || outletId == null || outletId.equals(outlet));
            case OUTLET -> own && (atOffice || (outletId != null && outletId.equals(outlet)));
            case MEMBER ->
                    own && (member == null ? common : memberId != null && memberId.equals(member));
        };
    }
}
