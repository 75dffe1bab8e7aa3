package id.lumbung.backbone.audit;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.Sha256;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final String BEFORE_THE_FIRST = "";

    /** The line that comes after another. */
    static AuditLine after(
            @Nullable AuditLine last,
            UUID cooperativeId,
            Instant at,
            String action,
            String about,
            @Nullable String reason,
            Actor actor) {
        var line =
                new AuditLine(
                        cooperativeId,
                        last == null ? 1 : last.next(),
                        at,
                        action,
                        about,
                        reason,
                        actor.subject(),
                        actor.client(),
                        BEFORE_THE_FIRST);
        return new AuditLine(
                line.cooperativeId,
                line.number,
                line.at,
                line.action,
                line.about,
                line.reason,
                line.subject,
                line.client,
                line.hashAfter(last));
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
        // Each part with its length, so that no two lines are written the same.
        var text =
                Stream.of(
                                before == null ? BEFORE_THE_FIRST : before.hash,
                                cooperativeId,
                                number,
                                at,
                                action,
                                about,
                                reason,
                                subject,
                                client)
                        .map(part -> Objects.toString(part, ""))
                        .map(part -> part.length() + ":" + part)
                        .collect(Collectors.joining(" "));
        return Sha256.hex(text);
    }
}
