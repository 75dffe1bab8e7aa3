package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * All facts of a service, by kind, and the outlets it has heard of. An outlet belongs to the
 * cooperative under which its first fact came in, and no fact of another cooperative is taken for
 * it.
 */
public final class FactStores {

    private static final int OUTLETS_REMEMBERED = 100_000;

    private final MongoOperations mongo;
    private final OutboxRelay relay;
    private final Clock clock;
    private final MongoCollection<Document> outlets;
    private final Cache<UUID, UUID> cooperatives =
            Caffeine.newBuilder().maximumSize(OUTLETS_REMEMBERED).build();
    private final List<FactStore<?>> books = new CopyOnWriteArrayList<>();

    public FactStores(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.mongo = mongo;
        this.relay = relay;
        this.clock = clock;
        this.outlets = mongo.getCollection("outletOwners");
        var _ = outlets.createIndex(Indexes.ascending("cooperativeId"));
    }

    /** An outlet and whose it is. */
    public record Outlet(UUID outletId, UUID cooperativeId) {}

    /**
     * @param name of the collection
     * @param topic that its events go to
     * @param eventType the one type of event that these facts tell
     */
    public <F extends Fact> FactStore<F> open(
            Class<F> type, String name, String topic, Class<?> eventType) {
        var book = new FactStore<>(type, name, topic, eventType, mongo, relay, this, clock);
        books.add(book);
        return book;
    }

    public List<FactStore<?>> all() {
        return List.copyOf(books);
    }

    public List<Outlet> outlets() {
        return outlets.find().map(FactStores::outlet).into(new ArrayList<>());
    }

    /** The outlets heard of that are this cooperative's, in the order of their ids. */
    public List<Outlet> outlets(UUID cooperativeId) {
        return outlets.find(eq("cooperativeId", cooperativeId))
                .sort(Sorts.ascending("_id"))
                .map(FactStores::outlet)
                .into(new ArrayList<>());
    }

    /** Whose an outlet is that was heard of. */
    public Optional<UUID> cooperativeOf(UUID outletId) {
        return Optional.ofNullable(outlets.find(eq("_id", outletId)).first())
                .map(document -> document.get("cooperativeId", UUID.class));
    }

    private static Outlet outlet(Document document) {
        return new Outlet(
                document.get("_id", UUID.class), document.get("cooperativeId", UUID.class));
    }

    /**
     * @throws Refusal when the outlet is another cooperative's
     */
    void hear(UUID outletId, UUID cooperativeId) {
        var owner = cooperatives.get(outletId, id -> owner(id, cooperativeId));
        if (!cooperativeId.equals(owner)) {
            throw new Refusal(
                    FactRule.OUTLET_OF_ANOTHER_COOPERATIVE,
                    "The outlet %s does not belong to the cooperative %s. Check both ids."
                            .formatted(outletId, cooperativeId));
        }
    }

    private UUID owner(UUID outletId, UUID claimed) {
        try {
            var _ =
                    outlets.insertOne(
                            new Document("_id", outletId).append("cooperativeId", claimed));
            return claimed;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            var known = outlets.find(eq("_id", outletId)).first();
            if (known == null) {
                throw e;
            }
            return known.get("cooperativeId", UUID.class);
        }
    }
}
