package id.lumbung.identity.keys;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import id.lumbung.backbone.security.Keyset;
import id.lumbung.identity.IdentitySettings;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(IssuerSigningKeys.class);
    private static final Duration READ_AGAIN = Duration.ofSeconds(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int BITS = 2048;

    private final MongoCollection<Document> keys;
    private final ObjectProvider<Keyset> sealing;
    private final IdentitySettings settings;
    private final Clock clock;
    private @Nullable Ring ring;

    /**
     * @param number the first is 1
     */
    record Key(long number, RSAKey pair, Instant signsFrom) {}

    /** All keys that are shown, the oldest first. */
    private record Ring(List<Key> keys, Instant readAt) {

        Key signing(Instant now) {
            return keys.reversed().stream()
                    .filter(key -> !key.signsFrom().isAfter(now))
                    .findFirst()
                    .orElse(keys.getFirst());
        }
    }

    IssuerSigningKeys(
            MongoOperations mongo,
            ObjectProvider<Keyset> sealing,
            IdentitySettings settings,
            Clock clock) {
        this.keys = mongo.getCollection("signingKeys");
        this.sealing = sealing;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(ring().keys().stream().map(key -> (JWK) key.pair()).toList()));
    }

    /** Of those that fit, the one that signs now. */
    JWK signing(List<JWK> fitting) {
        var id = ring().signing(clock.instant()).pair().getKeyID();
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
    synchronized Key rotate() {
        var now = clock.instant();
        var newest = read(now).keys().getLast();
        add(newest.number() + 1, now.plus(settings.keyNotice()));
        ring = read(now);
        return ring.keys().getLast();
    }

    private synchronized Ring ring() {
        var now = clock.instant();
        var known = ring;
        if (known != null && now.isBefore(known.readAt().plus(READ_AGAIN))) {
            return known;
        }
        var read = read(now);
        var newest = read.keys().getLast();
        if (newest.signsFrom().plus(settings.keyAge()).isBefore(now)) {
            add(newest.number() + 1, now.plus(settings.keyNotice()));
            read = read(now);
        }
        ring = read;
        return read;
    }

    private Ring read(Instant now) {
        var found = found();
        if (found.isEmpty()) {
            add(1, now);
            found = found();
        }
        var shown = new ArrayList<Key>();
        for (var i = 0; i < found.size(); i++) {
            var over =
                    i + 1 < found.size()
                            && found.get(i + 1)
                                    .signsFrom()
                                    .plus(settings.accessTime())
                                    .plus(CLOCKS_DIFFER)
                                    .isBefore(now);
            if (over) {
                var _ = keys.deleteOne(eq("_id", found.get(i).number()));
            } else {
                shown.add(found.get(i));
            }
        }
        return new Ring(List.copyOf(shown), now);
    }

    private List<Key> found() {
        return keys.find().sort(Sorts.ascending("_id")).map(this::opened).into(new ArrayList<>());
    }

    private Key opened(Document document) {
        var number = document.getLong("_id");
        try {
            var json =
                    sealing.getObject()
                            .open(document.get("sealed", Binary.class).getData(), context(number));
            return new Key(
                    number,
                    RSAKey.parse(new String(json, UTF_8)),
                    document.getDate("signsFrom").toInstant());
        } catch (Keyset.Unopened | ParseException _) {
            throw new IllegalStateException(
                    "The keys that sign tokens were sealed with another keyset. Put back the file they were sealed with (LUMBUNG_KEYSET_FILE).");
        }
    }

    /** Does nothing where another instance was first. */
    private void add(long number, Instant signsFrom) {
        try {
            var pair =
                    new RSAKeyGenerator(BITS)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            var sealed =
                    sealing.getObject().seal(pair.toJSONString().getBytes(UTF_8), context(number));
            var _ =
                    keys.insertOne(
                            new Document("_id", number)
                                    .append("kid", pair.getKeyID())
                                    .append("sealed", new Binary(sealed))
                                    .append("signsFrom", Date.from(signsFrom)));
            log.info("Key {} signs tokens from {} on", number, signsFrom);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    private static String context(long number) {
        return "signing key " + number;
    }
}
