package id.lumbung.shu.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Reads of the journal what a division needs, and no more: whole entries are larger. */
@Component
public final class JournalLines {

    private static final Bson LINE =
            Projections.include(
                    "kind",
                    "memberId",
                    "countsAt",
                    "amount",
                    "detail",
                    "factId",
                    "refersTo",
                    "refersAt",
                    "months");
    private static final List<String> MEMBERSHIPS =
            List.of(
                    Entry.Kind.MEMBER_JOINED.name(),
                    Entry.Kind.MEMBERSHIP_CORRECTED.name(),
                    Entry.Kind.MEMBER_LEFT.name(),
                    Entry.Kind.LEAVING_ANNULLED.name());

    private final MongoCollection<Line> lines;

    JournalLines(MongoOperations mongo) {
        var entries = mongo.getCollection(Journal.COLLECTION);
        var line = CodecRegistries.fromCodecs(new LineCodec());
        this.lines =
                entries.withDocumentClass(Line.class)
                        .withCodecRegistry(
                                CodecRegistries.fromRegistries(line, entries.getCodecRegistry()));
    }

    /**
     * What a division needs of one entry.
     *
     * @param at what it counts at ({@link Entry#countsAt}), in milliseconds since 1970
     * @param amount rupiah
     */
    public record Line(
            UUID id,
            Entry.Kind kind,
            @Nullable UUID memberId,
            long at,
            long amount,
            @Nullable String detail,
            @Nullable Office office) {}

    /**
     * What a division needs, besides, of what the office recorded.
     *
     * @param refersAt milliseconds since 1970; see {@link Entry} for all four
     */
    public record Office(
            UUID factId,
            @Nullable UUID refersTo,
            @Nullable Long refersAt,
            @Nullable String months) {}

    /**
     * All entries of a cooperative before a time, member by member in the order of their ids, each
     * member's oldest first; those of nobody come before all. Read along an index, however many
     * they are.
     */
    public void byMember(UUID cooperativeId, Instant until, Consumer<Line> to) {
        lines.find(and(eq("cooperativeId", cooperativeId), lt("countsAt", Date.from(until))))
                .sort(Sorts.ascending("memberId", "countsAt"))
                .projection(LINE)
                .batchSize(Journal.READ_AHEAD)
                .forEach(to);
    }

    /** What the office recorded of all memberships of a cooperative, in no particular order. */
    public void ofMemberships(UUID cooperativeId, Consumer<Line> to) {
        lines.find(and(eq("outletId", cooperativeId), in("kind", MEMBERSHIPS)))
                .projection(LINE)
                .batchSize(Journal.READ_AHEAD)
                .forEach(to);
    }

    /** One member's lines before a time, oldest first. */
    public List<Line> ofMember(UUID cooperativeId, UUID memberId, Instant until) {
        return lines.find(
                        and(
                                eq("cooperativeId", cooperativeId),
                                eq("memberId", memberId),
                                lt("countsAt", Date.from(until))))
                .sort(Sorts.ascending("countsAt"))
                .projection(LINE)
                .into(new ArrayList<>());
    }
}
