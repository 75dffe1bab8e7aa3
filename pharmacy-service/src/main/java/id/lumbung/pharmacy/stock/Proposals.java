package id.lumbung.pharmacy.stock;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import id.lumbung.backbone.mongo.DuplicateKeys;
import id.lumbung.retail.ledger.StockAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Acts on stock that wait for a second person. One that is done, or given up, is no longer there.
 */
@Component
class Proposals {

    private static final int MAX_SHOWN = 500;

    private final MongoOperations mongo;
    private final MongoCollection<Document> proposals;

    Proposals(MongoOperations mongo) {
        this.mongo = mongo;
        this.proposals = mongo.getCollection("stockProposals");
        var _ = proposals.createIndex(Indexes.ascending("act.outletId", "proposedAt"));
    }

    /** Keeps a proposal, or finds the one that stands under its id. */
    Proposal keep(StockAct act, String by) {
        var proposal = new Proposal(act.id(), act, by, act.recordedAt());
        var document = new Document();
        mongo.getConverter().write(proposal, document);
        try {
            var _ = proposals.insertOne(document);
            return proposal;
        } catch (MongoWriteException e) {
            DuplicateKeys.require(e);
            return find(act.id()).orElse(proposal);
        }
    }

    Optional<Proposal> find(UUID id) {
        return Optional.ofNullable(proposals.find(eq("_id", id)).first()).map(this::read);
    }

    List<Proposal> ofOutlet(UUID cooperativeId, UUID outletId) {
        return proposals
                .find(and(eq("act.outletId", outletId), eq("act.cooperativeId", cooperativeId)))
                .sort(Sorts.ascending("proposedAt"))
                .limit(MAX_SHOWN)
                .map(this::read)
                .into(new ArrayList<>());
    }

    void remove(UUID id) {
        var _ = proposals.deleteOne(eq("_id", id));
    }

    private Proposal read(Document document) {
        return mongo.getConverter().read(Proposal.class, document);
    }
}
