package id.lumbung.shu.account;

import id.lumbung.backbone.event.EventId;
import java.util.UUID;
import org.bson.Document;

/**
 * Accounts as documents, field by field, so that a frozen account is the same to the byte whenever
 * it is computed.
 */
final class AccountDocuments {

    /** Where a document keeps by which run of the freezing it was written. */
    static final String RUN = "run";

    private AccountDocuments() {}

    /**
     * Joined by hand: a format would write the digits of the machine's language, and the account
     * would not be found on another machine.
     */
    private static UUID id(MemberAccount account, UUID run) {
        return EventId.of(
                account.memberId(),
                "account/" + account.cooperativeId() + "/" + account.bookYear() + "/" + run);
    }

    static Document document(MemberAccount account, UUID run) {
        var business = account.business();
        var document =
                new Document("_id", id(account, run))
                        .append(RUN, run)
                        .append("cooperativeId", account.cooperativeId())
                        .append("bookYear", account.bookYear())
                        .append("memberId", account.memberId())
                        .append("days", account.days())
                        .append(
                                "business",
                                new Document("inYear", business.inYear())
                                        .append("beforeJoining", business.beforeJoining())
                                        .append("outsideMembership", business.outsideMembership())
                                        .append("adjustments", business.adjustments()));
        var membership = account.membership();
        if (membership.kind() != null) {
            document.put("kind", membership.kind().name());
        }
        if (!membership.spans().isEmpty()) {
            document.put(
                    "spans", membership.spans().stream().map(SpanDocuments::document).toList());
        }
        if (account.paidThrough() != null) {
            document.put("paidThrough", account.paidThrough().toString());
        }
        document.put("savings", SavingsDocuments.document(account.savings()));
        document.put("entries", EntryIds.bytes(account.entries()));
        return document;
    }
}
