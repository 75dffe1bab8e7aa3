package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An update that only sets or unsets fields of the document itself, to simple values: most of what
 * a relay does.
 */
record FieldChange(Map<String, @Nullable Object> set, Set<String> unset) {

    /** Null if the update is of another kind. */
    static @Nullable FieldChange of(Document update) {
        Document set = new Document();
        Document unset = new Document();
        for (Map.Entry<String, Object> part : update.entrySet()) {
            if (!(part.getValue() instanceof Document fields) || !areSimple(fields)) {
                return null;
            }
            switch (part.getKey()) {
                case "$set" -> set = fields;
                case "$unset" -> unset = fields;
                default -> {
                    return null;
                }
            }
        }
        boolean contradictory = set.keySet().stream().anyMatch(unset::containsKey);
        return contradictory || (set.isEmpty() && unset.isEmpty())
                ? null
                : new FieldChange(set, unset.keySet());
    }

    private static boolean areSimple(Document fields) {
        return fields.entrySet().stream()
                .allMatch(field ->
                        Key.isScalar(field.getValue())
                                && field.getKey().indexOf('.') < 0
                                && !field.getKey().startsWith("$")
                                && !field.getKey().equals("_id"));
    }

    /** The document as it becomes, or null if it stays as it is. */
    @Nullable Document applyTo(Document before) {
        boolean changes =
                unset.stream().anyMatch(before::containsKey)
                        || set.entrySet().stream()
                                .anyMatch(field ->
                                        !Objects.equals(
                                                before.get(field.getKey()), field.getValue()));
        if (!changes) {
            return null;
        }
        Document after = new Document(before);
        unset.forEach(after::remove);
        after.putAll(set);
        return after;
    }
}
