package id.lumbung.membership.member;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.PutResult;
import id.lumbung.backbone.mongo.DuplicateKeys;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;

/**
 * Writes those facts of a member one after another that must keep a limit together, whichever
 * collections they stand in: each is made in view of all before it.
 *
 * <p>A document for each member holds the last such fact, and counts them. Whoever puts a fact
 * there in place of the one that was seen has decided; only then is it written into its own
 * collection. A crash in between leaves it to the next who comes for this member, who writes it
 * first (and stands beside it as who recorded it), or to the same fact sent again.
 *
 * <p>Costs a read and a write more than a fact alone; {@link
 * id.lumbung.backbone.fact.SequencedWrites} does without them, for facts of one collection.
 */
@Component
public class MemberWrites {

    private static final int MAX_ATTEMPTS = 50;

    private final MongoCollection<Document> last;
    private final MongoConverter converter;
    private final Map<String, Kind<?>> kinds = new ConcurrentHashMap<>();

    private record Kind<F extends Fact>(FactStore<F> store, Class<F> type) {

        PutResult<F> finish(MongoConverter converter, Document fact) {
            return store.tryPut(converter.read(type, fact));
        }
    }

    MemberWrites(MongoOperations mongo) {
        this.last = mongo.getCollection("memberWrites");
        this.converter = mongo.getConverter();
    }

    /** Said once of each kind of fact that is put here, before any is. */
    public <F extends Fact> FactStore<F> of(Class<F> type, FactStore<F> store) {
        var _ = kinds.put(store.name(), new Kind<>(store, type));
        return store;
    }

    /**
     * @param make the fact, or refuses it, in view of what stands at that moment
     * @param again the same fact as it would have been when the first of its id was written
     */
    public <F extends Fact> F put(
            UUID memberId, FactStore<F> store, UUID id, Supplier<F> make, Function<F, F> again) {
        for (var attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            var before = last.find(eq("_id", memberId)).first();
            finish(before);
            var first = store.find(id);
            if (first.isPresent()) {
                return store.put(again.apply(first.get()));
            }
            var made = make.get();
            if (!EventId.isDerived(id)) {
                store.check(made); // What is refused afterwards would be decided all the same.
            }
            if (isDecided(memberId, before, store, made)) {
                return store.put(made);
            }
        }
        throw MemberRule.TOO_BUSY.because(
                "Banyak catatan untuk anggota ini datang bersamaan. Kirim ulang beberapa detik lagi dengan id yang sama.",
                "Many such facts of this member come at once. Send the same again in a few seconds.");
    }

    private void finish(@Nullable Document decided) {
        if (decided != null) {
            var kind = kinds.get(decided.getString("collection"));
            if (kind == null) {
                throw new IllegalStateException(
                        "No such kind of fact: " + decided.getString("collection"));
            }
            var _ = kind.finish(converter, decided.get("fact", Document.class));
        }
    }

    private boolean isDecided(
            UUID memberId, @Nullable Document before, FactStore<?> store, Fact made) {
        var fact = new Document();
        converter.write(made, fact);
        var version = before == null ? 0 : before.getLong("version");
        var next =
                new Document("_id", memberId)
                        .append("version", version + 1)
                        .append("collection", store.name())
                        .append("fact", fact);
        if (before != null) {
            return last.replaceOne(and(eq("_id", memberId), eq("version", version)), next)
                            .getMatchedCount()
                    == 1;
        }
        try {
            var _ = last.insertOne(next);
            return true;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return false;
        }
    }
}
