package id.lumbung.retail.discrepancy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something that happened and does not fit the books. It follows from the facts, so that the same
 * facts give the same discrepancies in whatever order they came; only how it was settled is kept.
 *
 * @param id follows from kind and cause
 * @param kind the name of a {@link DiscrepancyKind}
 * @param cause the movement or the fact
 * @param at when the cause happened
 * @param figures base units or rupiah, by their names
 */
public record Discrepancy(UUID id, String kind, UUID cause, Instant at, Map<String, Long> figures) {

    public static Discrepancy of(
            DiscrepancyKind kind, UUID cause, Instant at, Map<String, Long> figures) {
        var id = UUID.nameUUIDFromBytes("%s/%s".formatted(kind.name(), cause).getBytes(UTF_8));
        return new Discrepancy(id, kind.name(), cause, at, new TreeMap<>(figures));
    }
}
