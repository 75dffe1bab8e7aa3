package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be asked of each document a plan finds. The matcher walks the list of an {@code
 * $in} for each document, which for 500 documents and 500 values is a quarter of a million
 * comparisons; here such a list becomes a set.
 */
final class Filter implements Predicate<Document> {

    private static final int SHORT_LIST = 4;

    private final QueryMatcher matcher;
    private final List<Document> asked = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();

    private record Membership(String field, Set<Key> values) {
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

    /**
     * @param idDecided whether every document asked about was found by the {@code _id} the query
     *     names
     */
    Filter(Document query, boolean idDecided, QueryMatcher matcher) {
        this.matcher = matcher;
        List<Map.Entry<String, Object>> fields = Condition.flat(query);
        boolean idOnce = fields.stream().filter(field -> field.getKey().equals("_id")).count() == 1;
        Document rest = new Document();
        for (Map.Entry<String, Object> field : fields) {
            List<?> list = scalarsOfIn(field.getValue());
            boolean decided = idDecided && idOnce && field.getKey().equals("_id");
            if (decided && (list != null || Key.isScalar(field.getValue()))) {
                continue;
            }
            if (list != null && list.size() > SHORT_LIST) {
                Set<Key> values = HashSet.newHashSet(list.size());
                list.forEach(value -> values.add(Key.of(value)));
                memberships.add(new Membership(field.getKey(), values));
                continue;
            }
            if (rest.containsKey(field.getKey())) {
                asked.add(rest);
                rest = new Document();
            }
            rest = rest.append(field.getKey(), field.getValue());
        }
        if (!rest.isEmpty()) {
            asked.add(rest);
        }
    }

    private static @Nullable List<?> scalarsOfIn(@Nullable Object asked) {
        return asked instanceof Document operators
                        && operators.size() == 1
                        && operators.get("$in") instanceof Collection<?> list
                        && list.stream().allMatch(Key::isScalar)
                ? List.copyOf(list)
                : null;
    }

    @Override
    public boolean test(Document document) {
        for (Membership membership : memberships) {
            if (!membership.holds(document)) {
                return false;
            }
        }
        for (Document query : asked) {
            if (!matcher.matches(document, query)) {
                return false;
            }
        }
        return true;
    }
}
