package id.lumbung.pharmacy.licence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.security.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** The licences of an outlet's people. */
@Component
public class Licences {

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final MongoOperations mongo;
    private final MongoCollection<Document> licences;
    private final Cache<UUID, List<Licence>> remembered =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    Licences(MongoOperations mongo) {
        this.mongo = mongo;
        this.licences = mongo.getCollection("licences");
        var _ = licences.createIndex(Indexes.ascending("outletId", "from"));
    }

    /**
     * Whether a person holds a licence for an outlet on a day.
     *
     * @param day by the outlet's calendar
     */
    public boolean isHeld(
            UUID cooperativeId, UUID outletId, UUID holderId, LicenceKind kind, LocalDate day) {
        return remembered.get(outletId, this::ofOutlet).stream()
                .filter(it -> it.cooperativeId().equals(cooperativeId))
                .filter(it -> it.holderId().equals(holderId))
                .filter(it -> it.kind() == kind)
                .anyMatch(it -> it.isValidOn(day));
    }

    List<Licence> ofOutlet(UUID cooperativeId, UUID outletId) {
        return ofOutlet(outletId).stream()
                .filter(it -> it.cooperativeId().equals(cooperativeId))
                .toList();
    }

    private List<Licence> ofOutlet(UUID outletId) {
        return licences.find(eq("outletId", outletId))
                .sort(Sorts.ascending("from", "_id"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    Optional<Licence> find(UUID id) {
        return Optional.ofNullable(licences.find(eq("_id", id)).first()).map(this::read);
    }

    /** Keeps a licence; one of the same id, outlet and cooperative gives way to it. */
    void keep(Licence licence) {
        var document = new Document();
        Actor.current().signOn(document);
        mongo.getConverter().write(licence, document);
        var own =
                and(
                        eq("_id", licence.id()),
                        eq("cooperativeId", licence.cooperativeId()),
                        eq("outletId", licence.outletId()));
        var _ = licences.replaceOne(own, document, new ReplaceOptions().upsert(true));
        remembered.invalidate(licence.outletId());
    }

    private Licence read(Document document) {
        return mongo.getConverter().read(Licence.class, document);
    }
}
