package id.lumbung.backbone.fact;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.backbone.security.Caller;
import id.lumbung.edge.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Who owns which outlet. The register of membership-service says so by the tokens it gives: a token
 * that names an outlet and a cooperative vouches for both. Where no such token was seen yet, the
 * cooperative of the outlet's first fact is taken for its owner, and loses it to the one that the
 * register vouches for: an outlet cannot be taken by sending first. No fact of another cooperative
 * is accepted.
 *
 * <p>The facts that were accepted of a cooperative before it lost the outlet stay its own, and
 * stand in its control totals.
 */
public final class OutletOwners {

    private static final Logger log = LoggerFactory.getLogger(OutletOwners.class);

    private static final String OWNER = "cooperativeId";
    private static final String VOUCHED = "vouched";
    private static final String FORMER = "formerOwners";

    private static final int MAX_REMEMBERED = 100_000;

    /** Another instance may see the register's word first. */
    private static final Duration UNVOUCHED_REMEMBERED = Duration.ofSeconds(30);

    private final MongoCollection<Document> outlets;
    private final AuditLog audit;
    private final Cache<UUID, UUID> vouched =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
    private final Cache<UUID, UUID> unvouched =
            Caffeine.newBuilder()
                    .maximumSize(MAX_REMEMBERED)
                    .expireAfterWrite(UNVOUCHED_REMEMBERED)
                    .build();

    OutletOwners(MongoOperations mongo, AuditLog audit) {
        this.outlets = mongo.getCollection("outletOwners");
        this.audit = audit;
        var _ = outlets.createIndex(Indexes.ascending(OWNER));
        var _ = outlets.createIndex(Indexes.ascending(FORMER));
    }

    /**
     * An outlet and who owns it, or has facts there from a time when it was taken for the owner.
     */
    public record Outlet(UUID outletId, UUID cooperativeId) {}

    public List<Outlet> all() {
        var all = new ArrayList<Outlet>();
        for (var document : outlets.find()) {
            var outlet = document.get("_id", UUID.class);
            all.add(new Outlet(outlet, document.get(OWNER, UUID.class)));
            document.getList(FORMER, UUID.class, List.of())
                    .forEach(former -> all.add(new Outlet(outlet, former)));
        }
        return all;
    }

    /** The outlets where a cooperative has facts here, in the order of their ids. */
    public List<Outlet> of(UUID cooperativeId) {
        return outlets.find(or(eq(OWNER, cooperativeId), eq(FORMER, cooperativeId)))
                .sort(Sorts.ascending("_id"))
                .map(document -> new Outlet(document.get("_id", UUID.class), cooperativeId))
                .into(new ArrayList<>());
    }

    /** Who owns an outlet that has facts here. */
    public Optional<UUID> ownerOf(UUID outletId) {
        return Optional.ofNullable(outlets.find(eq("_id", outletId)).first())
                .map(document -> document.get(OWNER, UUID.class));
    }

    /**
     * Of an outlet that is only read of, and stays nobody's where it is.
     *
     * @throws Refusal when the outlet is another cooperative's
     */
    public void requireNotAnothers(UUID cooperativeId, UUID outletId) {
        if (ownerOf(outletId).filter(owner -> !owner.equals(cooperativeId)).isPresent()) {
            throw anothers(outletId, cooperativeId);
        }
    }

    /**
     * Claims an outlet for the cooperative that acts there, where it is nobody's yet.
     *
     * @throws Refusal when the outlet is another cooperative's
     */
    public void require(UUID cooperativeId, UUID outletId) {
        claim(outletId, cooperativeId, Caller.isVouchedFor(cooperativeId, outletId));
    }

    /**
     * Claims an outlet for a cooperative, where it is nobody's yet.
     *
     * @param isVouched whether the register says that it is the cooperative's
     * @throws Refusal when the outlet is another cooperative's
     */
    void claim(UUID outletId, UUID cooperativeId, boolean isVouched) {
        var remembered = vouched.getIfPresent(outletId);
        if (remembered == null && !isVouched) {
            remembered = unvouched.getIfPresent(outletId);
        }
        if (cooperativeId.equals(remembered)) {
            return;
        }
        if (!cooperativeId.equals(remember(outletId, owner(outletId, cooperativeId, isVouched)))) {
            throw anothers(outletId, cooperativeId);
        }
    }

    private static Refusal anothers(UUID outletId, UUID cooperativeId) {
        return FactRule.OUTLET_OF_ANOTHER_COOPERATIVE.because(
                "Gerai %s bukan milik koperasi %s. Periksa kedua id-nya."
                        .formatted(outletId, cooperativeId),
                "The outlet %s does not belong to the cooperative %s. Check both ids."
                        .formatted(outletId, cooperativeId));
    }

    private UUID remember(UUID outletId, Document document) {
        var owner = document.get(OWNER, UUID.class);
        (document.containsKey(VOUCHED) ? vouched : unvouched).put(outletId, owner);
        return owner;
    }

    /** How the claim stands once this one has been looked at. */
    private Document owner(UUID outletId, UUID cooperativeId, boolean isVouched) {
        var claim = new Document("_id", outletId).append(OWNER, cooperativeId);
        if (isVouched) {
            claim.append(VOUCHED, true);
        }
        try {
            var _ = outlets.insertOne(claim);
            return claim;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
        }
        if (isVouched) {
            confirm(outletId, cooperativeId);
            takeBack(outletId, cooperativeId);
        }
        return Objects.requireNonNullElse(outlets.find(eq("_id", outletId)).first(), claim);
    }

    private void confirm(UUID outletId, UUID cooperativeId) {
        var _ =
                outlets.updateOne(
                        and(eq("_id", outletId), eq(OWNER, cooperativeId), exists(VOUCHED, false)),
                        Updates.set(VOUCHED, true));
    }

    /** From a cooperative that was taken for the owner though the register does not say so. */
    private void takeBack(UUID outletId, UUID cooperativeId) {
        var taken = and(eq("_id", outletId), ne(OWNER, cooperativeId), exists(VOUCHED, false));
        var found = outlets.find(taken).first();
        if (found == null) {
            return;
        }
        var former = found.get(OWNER, UUID.class);
        for (var concerned : List.of(former, cooperativeId)) {
            audit.record("OUTLET_OWNER_CORRECTED", concerned, outletId.toString(), null);
        }
        log.error(
                "The outlet {} was used by the cooperative {}, and is the cooperative {}'s by the register; look at what was recorded there before",
                outletId,
                former,
                cooperativeId);
        var _ =
                outlets.updateOne(
                        taken,
                        Updates.combine(
                                Updates.set(OWNER, cooperativeId),
                                Updates.set(VOUCHED, true),
                                Updates.addToSet(FORMER, former)));
    }
}
