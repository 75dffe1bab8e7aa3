package id.lumbung.identity.keys;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import id.lumbung.backbone.security.Keyset;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** The pairs of keys as they stand in the database, their private halves sealed. */
final class SealedKeys {

    private static final Logger log = LoggerFactory.getLogger(SealedKeys.class);
    private static final int BITS = 2048;

    private final MongoCollection<Document> keys;
    private final ObjectProvider<Keyset> sealing;

    SealedKeys(MongoCollection<Document> keys, ObjectProvider<Keyset> sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    /** The oldest first. */
    List<NumberedKey> all() {
        return keys.find().sort(Sorts.ascending("_id")).map(this::opened).into(new ArrayList<>());
    }

    private NumberedKey opened(Document document) {
        var number = document.getLong("_id");
        try {
            var json =
                    sealing.getObject()
                            .open(document.get("sealed", Binary.class).getData(), context(number));
            return new NumberedKey(
                    number,
                    RSAKey.parse(new String(json, UTF_8)),
                    document.getDate("signsFrom").toInstant());
        } catch (Keyset.Unopened | ParseException _) {
            throw new IllegalStateException(
                    "The keys that sign tokens were sealed with another keyset. Put back the file they were sealed with (LUMBUNG_KEYSET_FILE).");
        }
    }

    /** Does nothing where another instance was first. */
    void add(long number, Instant signsFrom) {
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

    void remove(long number) {
        var _ = keys.deleteOne(eq("_id", number));
    }
}
