package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.edge.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Who owns which outlet. An outlet belongs to the cooperative under which its first fact came in,
 * and no fact of another cooperative is accepted for it.
 */
public final class OutletOwners {

    private static final int MAX_REMEMBERED = 100_000;

    private final MongoCollection<Document> outlets;
    private final Cache<UUID, UUID> owners =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();

    OutletOwners(MongoOperations mongo) {
        this.outlets = mongo.getCollection("outletOwners");
        var _ = outlets.createIndex(Indexes.ascending("cooperativeId"));
    }

    /** An outlet and who owns it. */
    public record Outlet(UUID outletId, UUID cooperativeId) {

        private static Outlet of(Document document) {
            return new Outlet(
                    document.get("_id", UUID.class), document.get("cooperativeId", UUID.class));
        }
    }

    public List<Outlet> all() {
        return outlets.find().map(Outlet::of).into(new ArrayList<>());
    }

    /** The outlets of a cooperative that have facts here, in the order of their ids. */
    public List<Outlet> of(UUID cooperativeId) {
        return outlets.find(eq("cooperativeId", cooperativeId))
                .sort(Sorts.ascending("_id"))
                .map(Outlet::of)
                .into(new ArrayList<>());
    }

    /** Who owns an outlet that has facts here. */
    public Optional<UUID> ownerOf(UUID outletId) {
        return Optional.ofNullable(outlets.find(eq("_id", outletId)).first())
                .map(document -> document.get("cooperativeId", UUID.class));
    }

    /**
     * Claims an outlet for a cooperative, where nobody owns it yet.
     *
     * @throws Refusal when the outlet is another cooperative's
     */
    void claim(UUID outletId, UUID cooperativeId) {
        var owner = owners.get(outletId, id -> insertOrFind(id, cooperativeId));
        if (!cooperativeId.equals(owner)) {
            throw FactRule.OUTLET_OF_ANOTHER_COOPERATIVE.because(
                    "Gerai %s bukan milik koperasi %s. Periksa kedua id-nya."
                            .formatted(outletId, cooperativeId),
                    "The outlet %s does not belong to the cooperative %s. Check both ids."
                            .formatted(outletId, cooperativeId));
        }
    }

    private UUID insertOrFind(UUID outletId, UUID cooperativeId) {
        try {
            var _ =
                    outlets.insertOne(
                            new Document("_id", outletId).append("cooperativeId", cooperativeId));
            return cooperativeId;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return ownerOf(outletId).orElseThrow(() -> e);
        }
    }
}
