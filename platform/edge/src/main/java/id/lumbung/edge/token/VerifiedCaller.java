package id.lumbung.edge.token;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as a verified token says.
 *
 * @param subject the person, or the client where it acts for itself
 * @param client through which they call; null where the issuer does not say
 * @param roles as they stand in the token, known here or not
 * @param cooperativeId null for who has to do with several or all
 * @param cooperativeIds that an advisor is assigned to
 * @param outletId an outlet's own, or the one that a person of its staff works at
 * @param memberId a member's own
 * @param scopes of a service
 * @param until when the token ends
 */
public record VerifiedCaller(
        String subject,
        @Nullable String client,
        Set<String> roles,
        @Nullable UUID cooperativeId,
        Set<UUID> cooperativeIds,
        @Nullable UUID outletId,
        @Nullable UUID memberId,
        Set<String> scopes,
        Instant until) {}
