package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.EventId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

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

    private static UUID id(PassersByDay day, UUID run) {
        return EventId.of(
                day.cooperativeId(), "passers-by/" + day.bookYear() + "/" + day.day() + "/" + run);
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
                    "spans", membership.spans().stream().map(AccountDocuments::document).toList());
        }
        if (account.paidThrough() != null) {
            document.put("paidThrough", account.paidThrough().toString());
        }
        var savings = new Document();
        account.savings()
                .forEach((kind, saving) -> {
                    if (!saving.isNothing()) {
                        savings.put(
                                kind.name(),
                                new Document("opening", saving.opening())
                                        .append("paidIn", saving.paidIn())
                                        .append("takenOut", saving.takenOut())
                                        .append("closing", saving.closing())
                                        .append("rupiahDays", saving.rupiahDays()));
                    }
                });
        document.put("savings", savings);
        document.put("entries", bytes(account.entries()));
        return document;
    }

    private static Document document(Membership.Span span) {
        var document = new Document("joinedOn", span.joinedOn().toString());
        if (span.leftOn() != null) {
            document.put("leftOn", span.leftOn().toString());
        }
        return document;
    }

    private static Membership.Span span(Document document) {
        var leftOn = document.getString("leftOn");
        return new Membership.Span(
                LocalDate.parse(document.getString("joinedOn")),
                leftOn == null ? null : LocalDate.parse(leftOn));
    }

    static MemberAccount account(Document document) {
        var business = document.get("business", Document.class);
        var kind = document.getString("kind");
        var paidThrough = document.getString("paidThrough");
        var kept = document.get("savings", Document.class);
        Map<SavingsKind, MemberAccount.Savings> savings = new EnumMap<>(SavingsKind.class);
        for (var each : SavingsKind.values()) {
            var saving = kept.get(each.name(), Document.class);
            savings.put(
                    each,
                    saving == null
                            ? MemberAccount.Savings.NONE
                            : new MemberAccount.Savings(
                                    saving.getLong("opening"),
                                    saving.getLong("paidIn"),
                                    saving.getLong("takenOut"),
                                    saving.getLong("closing"),
                                    saving.getLong("rupiahDays")));
        }
        return new MemberAccount(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                document.get("memberId", UUID.class),
                new Membership(
                        kind == null ? null : MemberKind.valueOf(kind),
                        document.getList("spans", Document.class, List.of()).stream()
                                .map(AccountDocuments::span)
                                .toList()),
                document.getInteger("days"),
                new MemberAccount.Business(
                        business.getLong("inYear"),
                        business.getLong("beforeJoining"),
                        business.getLong("outsideMembership"),
                        business.getLong("adjustments")),
                savings,
                paidThrough == null ? null : YearMonth.parse(paidThrough),
                document.containsKey("entries") ? ids(document) : List.of());
    }

    static Document document(PassersByDay day, UUID run) {
        return new Document("_id", id(day, run))
                .append(RUN, run)
                .append("cooperativeId", day.cooperativeId())
                .append("bookYear", day.bookYear())
                .append("day", day.day().toString())
                .append("business", day.business())
                .append("entries", bytes(day.entries()));
    }

    static PassersByDay day(Document document) {
        return new PassersByDay(
                document.get("cooperativeId", UUID.class),
                document.getInteger("bookYear"),
                LocalDate.parse(document.getString("day")),
                document.getLong("business"),
                ids(document));
    }

    /** Sixteen bytes an id: a year of a member is one small document. */
    private static Binary bytes(List<UUID> ids) {
        var bytes = ByteBuffer.allocate(16 * ids.size());
        for (var id : ids) {
            var _ =
                    bytes.putLong(id.getMostSignificantBits())
                            .putLong(id.getLeastSignificantBits());
        }
        return new Binary(bytes.array());
    }

    static List<UUID> ids(Document document) {
        var bytes = ByteBuffer.wrap(document.get("entries", Binary.class).getData());
        var ids = new ArrayList<UUID>(bytes.remaining() / 16);
        while (bytes.hasRemaining()) {
            ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return ids;
    }
}
