package id.lumbung.backbone.audit;

import id.lumbung.backbone.security.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the {@link AuditLog}.
 *
 * @param number counted from 1 in each cooperative, without gaps
 * @param action in capitals, such as {@code NIK_READ}
 * @param about the id of whom or what it was done to
 * @param reason as given by who did it
 * @param subject who did it, and {@code client} through what
 * @param hash over this line and the hash of the one before it
 */
public record AuditLine(
        UUID cooperativeId,
        long number,
        Instant at,
        String action,
        String about,
        @Nullable String reason,
        String subject,
        @Nullable String client,
        String hash) {

    /** The line that comes after another. */
    static AuditLine after(
            @Nullable AuditLine last,
            UUID cooperativeId,
            Instant at,
            String action,
            String about,
            @Nullable String reason,
            Actor actor) {
        var number = last == null ? 1 : last.next();
        var hash = AuditHash.of(last, cooperativeId, number, at, action, about, reason, actor);
        return new AuditLine(
                cooperativeId,
                number,
                at,
                action,
                about,
                reason,
                actor.subject(),
                actor.client(),
                hash);
    }

    private long next() {
        if (number == Long.MAX_VALUE) {
            throw new IllegalStateException("Somebody gave an audit line the last number there is");
        }
        return number + 1;
    }

    /** Whether this line, as it stands, was written after that one, as it stands. */
    boolean follows(@Nullable AuditLine before) {
        return number == (before == null ? 1 : before.number + 1) && hash.equals(hashAfter(before));
    }

    private String hashAfter(@Nullable AuditLine before) {
        return AuditHash.of(
                before,
                cooperativeId,
                number,
                at,
                action,
                about,
                reason,
                new Actor(subject, client));
    }
}
