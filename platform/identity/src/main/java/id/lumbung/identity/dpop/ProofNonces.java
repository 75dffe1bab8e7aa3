package id.lumbung.identity.dpop;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.security.Keyset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Nonces that say when a proof was made, for programs whose clock is wrong. Sealed, so that any
 * instance knows one again and none has to remember it.
 */
public class ProofNonces {

    /** For which one is good. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private static final int MAX_LENGTH = 500;
    private static final String PURPOSE = "dpop nonce";

    private final ObjectProvider<Keyset> keys;
    private final Clock clock;

    ProofNonces(ObjectProvider<Keyset> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String next() {
        var now = Long.toString(clock.instant().toEpochMilli());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.getObject().seal(now.getBytes(UTF_8), PURPOSE));
    }

    /** Whether it is one of ours, and young enough. */
    boolean isGood(String nonce) {
        if (nonce.length() > MAX_LENGTH) {
            return false;
        }
        try {
            var opened = keys.getObject().open(Base64.getUrlDecoder().decode(nonce), PURPOSE);
            var given = Instant.ofEpochMilli(Long.parseLong(new String(opened, UTF_8)));
            return given.plus(GOOD_FOR).isAfter(clock.instant());
        } catch (Keyset.Unopened | IllegalArgumentException _) {
            return false;
        }
    }
}
