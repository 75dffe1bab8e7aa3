package id.lumbung.identity.keys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.lumbung.backbone.security.Keyset;
import id.lumbung.identity.IdentitySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The pairs of keys that sign tokens, in the database, their private halves sealed. One signs; the
 * next is shown for a while before it does, so that every instance shows it by then; those before
 * are shown until the last token they signed is over. Instances agree because the n-th key can be
 * inserted only once.
 *
 * <p>Read at the first token and then every half minute at the most.
 */
class IssuerSigningKeys implements JWKSource<SecurityContext> {

    private static final Duration READ_AGAIN = Duration.ofSeconds(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final SealedKeys sealed;
    private final IdentitySettings settings;
    private final Clock clock;
    private @Nullable KeySet keySet;

    IssuerSigningKeys(
            MongoOperations mongo,
            ObjectProvider<Keyset> sealing,
            IdentitySettings settings,
            Clock clock) {
        this.sealed = new SealedKeys(mongo.getCollection("signingKeys"), sealing);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(current().keys().stream().map(key -> (JWK) key.pair()).toList()));
    }

    /** Of those that fit, the one that signs now. */
    JWK signing(List<JWK> fitting) {
        var id = current().signing(clock.instant()).pair().getKeyID();
        return fitting.stream()
                .filter(key -> id.equals(key.getKeyID()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No key to sign with"));
    }

    /**
     * From the notice's end on a new key signs.
     *
     * @return the new key
     */
    synchronized NumberedKey rotate() {
        var now = clock.instant();
        var newest = read(now).keys().getLast();
        sealed.add(newest.number() + 1, now.plus(settings.keyNotice()));
        keySet = read(now);
        return keySet.keys().getLast();
    }

    private synchronized KeySet current() {
        var now = clock.instant();
        var known = keySet;
        if (known != null && now.isBefore(known.readAt().plus(READ_AGAIN))) {
            return known;
        }
        var read = read(now);
        var newest = read.keys().getLast();
        if (newest.signsFrom().plus(settings.keyAge()).isBefore(now)) {
            sealed.add(newest.number() + 1, now.plus(settings.keyNotice()));
            read = read(now);
        }
        keySet = read;
        return read;
    }

    private KeySet read(Instant now) {
        var found = sealed.all();
        if (found.isEmpty()) {
            sealed.add(1, now);
            found = sealed.all();
        }
        var shown = new ArrayList<NumberedKey>();
        for (var i = 0; i < found.size(); i++) {
            var over =
                    i + 1 < found.size()
                            && found.get(i + 1)
                                    .signsFrom()
                                    .plus(settings.accessTime())
                                    .plus(CLOCKS_DIFFER)
                                    .isBefore(now);
            if (over) {
                sealed.remove(found.get(i).number());
            } else {
                shown.add(found.get(i));
            }
        }
        return new KeySet(List.copyOf(shown), now);
    }
}
