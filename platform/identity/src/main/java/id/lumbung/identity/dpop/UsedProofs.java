package id.lumbung.identity.dpop;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import id.lumbung.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The proofs that were used, for as long as they would still be good: in the database, since a
 * proof that one instance has taken must be refused by all. Only those by the key of a login are
 * kept, so nobody without one fills it.
 */
public class UsedProofs {

    /** Longer than a proof is good: five minutes either way of a clock, five of a nonce. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final MongoCollection<Document> proofs;
    private final Clock clock;
    private final AtomicLong sweptAtMillis = new AtomicLong();

    UsedProofs(MongoOperations mongo, Clock clock) {
        this.proofs = mongo.getCollection("usedProofs");
        this.clock = clock;
        var _ =
                proofs.createIndex(
                        Indexes.ascending("over"),
                        new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /**
     * @throws ProofRefused when it was used before
     */
    public void use(ProvenKey key) {
        sweep();
        var id = Secrets.hash(key.thumbprint() + " " + key.proofId());
        var over = Date.from(clock.instant().plus(REMEMBERED));
        try {
            var _ = proofs.insertOne(new Document("_id", id).append("over", over));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw ProofRefused.because(
                    "This DPoP proof was used before; make one for each request");
        }
    }

    /** Not every database takes out by the index what is over. */
    private void sweep() {
        var now = clock.instant();
        var last = sweptAtMillis.get();
        if (now.toEpochMilli() - last > SWEPT_EVERY.toMillis()
                && sweptAtMillis.compareAndSet(last, now.toEpochMilli())) {
            var _ = proofs.deleteMany(lt("over", Date.from(now)));
        }
    }
}
