package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** Accounts as they are read back; {@link AccountDocuments} writes them. */
final class StoredAccounts {

    private StoredAccounts() {}

    static MemberAccount account(Document document) {
        var business = document.get("business", Document.class);
        var kind = document.getString("kind");
        var paidThrough = document.getString("paidThrough");
        return new MemberAccount(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                document.get("memberId", UUID.class),
                new Membership(
                        kind == null ? null : MemberKind.valueOf(kind),
                        document.getList("spans", Document.class, List.of()).stream()
                                .map(SpanDocuments::span)
                                .toList()),
                document.getInteger("days"),
                new MemberAccount.Business(
                        business.getLong("inYear"),
                        business.getLong("beforeJoining"),
                        business.getLong("outsideMembership"),
                        business.getLong("adjustments")),
                SavingsDocuments.savings(document.get("savings", Document.class)),
                paidThrough == null ? null : YearMonth.parse(paidThrough),
                document.containsKey("entries") ? EntryIds.of(document) : List.of());
    }
}
