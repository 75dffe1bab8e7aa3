package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An {@code $in} whose list is a set. The matcher walks the list for each document, which for 500
 * documents and 500 values is a quarter of a million comparisons.
 */
record Membership(String field, Set<Key> values) {

    static Membership of(String field, List<?> list) {
        Set<Key> values = HashSet.newHashSet(list.size());
        list.forEach(value -> values.add(Key.of(value)));
        return new Membership(field, values);
    }

    /** The list of an {@code $in} that can be a set; null if something else is asked. */
    static @Nullable List<?> scalarsOfIn(@Nullable Object asked) {
        return asked instanceof Document operators
                        && operators.size() == 1
                        && operators.get("$in") instanceof Collection<?> list
                        && list.stream().allMatch(Key::isScalar)
                ? List.copyOf(list)
                : null;
    }

    boolean holds(Document document) {
        Object value = Utils.getSubdocumentValueCollectionAware(document, field);
        return value instanceof Collection<?> elements
                ? elements.stream().anyMatch(this::contains)
                : contains(value);
    }

    private boolean contains(@Nullable Object value) {
        return Key.isScalar(value) && values.contains(Key.of(value));
    }
}
