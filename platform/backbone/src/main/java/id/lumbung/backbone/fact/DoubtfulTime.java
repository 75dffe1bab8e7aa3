package id.lumbung.backbone.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A fact whose time is doubtful. Says nothing of what was sold, or to whom.
 *
 * @param days between the time it is said to have happened and its recording
 * @param amount in rupiah; negative for what takes back
 * @param proposal as what one person would have it decided, while another has yet to agree
 */
public record DoubtfulTime(
        UUID id,
        UUID outletId,
        Instant at,
        Instant recordedAt,
        long days,
        long amount,
        @Nullable Proposal proposal) {

    static final String PROPOSED = "timeProposal";

    /**
     * @param by whom
     */
    public record Proposal(Instant at, String by) {

        Document document() {
            return new Document("at", Date.from(at)).append("by", by);
        }

        static @Nullable Proposal of(@Nullable Document document) {
            return document == null
                    ? null
                    : new Proposal(document.getDate("at").toInstant(), document.getString("by"));
        }
    }

    static DoubtfulTime of(Document document) {
        var at = document.getDate("at").toInstant();
        var recordedAt = document.getDate("recordedAt").toInstant();
        return new DoubtfulTime(
                document.get("_id", UUID.class),
                document.get("outletId", UUID.class),
                at,
                recordedAt,
                Duration.between(at, recordedAt).toDays(),
                document.getLong(FactStore.SIGNED_AMOUNT),
                Proposal.of(document.get(PROPOSED, Document.class)));
    }

    /** Whether somebody else would have it decided so. */
    boolean isProposedByAnother(Instant decided, String than) {
        return proposal != null && proposal.at().equals(decided) && !proposal.by().equals(than);
    }
}
