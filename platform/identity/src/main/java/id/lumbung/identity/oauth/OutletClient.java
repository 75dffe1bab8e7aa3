package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What an outlet's app proves itself by.
 *
 * @param id the outlet's
 * @param version counts the secrets it has had
 * @param revokedAt from when on no token is given; null while the app may come in
 */
@Document("outletClients")
record OutletClient(
        @Id UUID id,
        long version,
        UUID cooperativeId,
        String secretHash,
        @Nullable Instant revokedAt,
        Actor changedBy,
        Instant changedAt) {

    static final String PREFIX = "outlet-";

    String clientId() {
        return PREFIX + id;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    OutletClient withSecret(String hash, Actor by, Instant now) {
        return new OutletClient(id, version + 1, cooperativeId, hash, null, by, now);
    }

    OutletClient revoked(Actor by, Instant now) {
        return new OutletClient(id, version + 1, cooperativeId, secretHash, now, by, now);
    }

    @Override
    public String toString() {
        return clientId();
    }
}
