package id.lumbung.backbone.audit;

import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.Sha256;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hash that ties a line of the audit to the one before it. */
final class AuditHash {

    private static final String BEFORE_THE_FIRST = "";

    private AuditHash() {}

    static String of(
            @Nullable AuditLine before,
            UUID cooperativeId,
            long number,
            Instant at,
            String action,
            String about,
            @Nullable String reason,
            Actor actor) {
        // Each part with its length, so that no two lines are written the same.
        var text =
                Stream.of(
                                before == null ? BEFORE_THE_FIRST : before.hash(),
                                cooperativeId,
                                number,
                                at,
                                action,
                                about,
                                reason,
                                actor.subject(),
                                actor.client())
                        .map(part -> Objects.toString(part, ""))
                        .map(part -> part.length() + ":" + part)
                        .collect(Collectors.joining(" "));
        return Sha256.hex(text);
    }
}
