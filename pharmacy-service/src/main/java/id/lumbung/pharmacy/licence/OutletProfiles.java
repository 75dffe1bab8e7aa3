package id.lumbung.pharmacy.licence;

import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import id.lumbung.retail.stock.Shop;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** What is known of each outlet. Remembered for half a minute: another instance may change it. */
@Component
public class OutletProfiles {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final MongoOperations mongo;
    private final MongoCollection<Document> profiles;
    private final Cache<String, OutletProfile> remembered =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    OutletProfiles(MongoOperations mongo) {
        this.mongo = mongo;
        this.profiles = mongo.getCollection("outletProfiles");
    }

    /** What is known of an outlet; where nobody has said anything, that. */
    public OutletProfile of(UUID cooperativeId, UUID outletId) {
        return remembered.get(
                key(cooperativeId, outletId),
                key ->
                        Optional.ofNullable(profiles.find(eq("_id", key)).first())
                                .map(it -> mongo.getConverter().read(OutletProfile.class, it))
                                .orElseGet(() -> OutletProfile.unknown(cooperativeId, outletId)));
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it is no day in which anything is sold
     */
    public OutletDay day(UUID cooperativeId, UUID outletId, LocalDate day) {
        return new OutletDay(day, of(cooperativeId, outletId).zone().id());
    }

    public Shop shop(UUID cooperativeId, UUID outletId) {
        return of(cooperativeId, outletId).shop();
    }

    void keep(OutletProfile profile) {
        var key = key(profile.cooperativeId(), profile.outletId());
        var document = new Document("_id", key);
        mongo.getConverter().write(profile, document);
        var _ = profiles.replaceOne(eq("_id", key), document, new ReplaceOptions().upsert(true));
        remembered.invalidate(key);
    }

    private static String key(UUID cooperativeId, UUID outletId) {
        return cooperativeId + "/" + outletId;
    }
}
