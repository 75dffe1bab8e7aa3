package id.lumbung.shu.journal;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Entries as they are read back; {@link EntryCodec} writes them. */
final class EntryDocuments {

    /**
     * What a second publication of the same event must agree in. Fields that a later release added
     * are not among them.
     */
    private static final List<String> CORE =
            List.of(
                    "kind",
                    "cooperativeId",
                    "outletId",
                    "memberId",
                    "factId",
                    "refersTo",
                    "amount",
                    "at",
                    "countsAt",
                    "detail",
                    "refersAt",
                    "months");

    private EntryDocuments() {}

    static Entry entry(Document document) {
        var cost = document.getLong("cost");
        var refersAt = document.getDate("refersAt");
        return new Entry(
                document.get("_id", UUID.class),
                Entry.Kind.valueOf(document.getString("kind")),
                document.get("cooperativeId", UUID.class),
                document.get("outletId", UUID.class),
                document.get("memberId", UUID.class),
                document.get("factId", UUID.class),
                document.get("refersTo", UUID.class),
                Rupiah.of(document.getLong("amount")),
                cost == null ? null : Rupiah.of(cost),
                document.getDate("at").toInstant(),
                document.getDate("countsAt").toInstant(),
                document.getDate("recordedAt").toInstant(),
                document.getString("detail"),
                refersAt == null ? null : refersAt.toInstant(),
                document.getString("months"));
    }

    /**
     * The first field in which two publications of one event differ; null where they are the same.
     */
    static @Nullable String difference(Document first, Document again) {
        return CORE.stream()
                .filter(field -> !Objects.equals(first.get(field), again.get(field)))
                .findFirst()
                .orElse(null);
    }
}
