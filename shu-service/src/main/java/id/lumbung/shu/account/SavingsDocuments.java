package id.lumbung.shu.account;

import id.lumbung.backbone.event.Event.SavingsKind;
import java.util.EnumMap;
import java.util.Map;
import org.bson.Document;

/** The savings of an account, kind by kind. */
final class SavingsDocuments {

    private SavingsDocuments() {}

    /** Without kinds of which there is nothing. */
    static Document document(Map<SavingsKind, MemberAccount.Savings> savings) {
        var document = new Document();
        savings.forEach((kind, saving) -> {
            if (!saving.isNothing()) {
                document.put(
                        kind.name(),
                        new Document("opening", saving.opening())
                                .append("paidIn", saving.paidIn())
                                .append("takenOut", saving.takenOut())
                                .append("closing", saving.closing())
                                .append("rupiahDays", saving.rupiahDays()));
            }
        });
        return document;
    }

    static Map<SavingsKind, MemberAccount.Savings> savings(Document kept) {
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
        return savings;
    }
}
