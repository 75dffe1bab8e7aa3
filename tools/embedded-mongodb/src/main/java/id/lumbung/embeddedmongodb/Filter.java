package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is still to be asked of each document a plan finds. A long {@code $in} is asked as a {@link
 * Membership}, the rest of the server's matcher.
 */
final class Filter implements Predicate<Document> {

    private static final int SHORT_LIST = 4;

    private final QueryMatcher matcher;
    private final List<Document> asked = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();

    /**
     * @param idDecided whether every document asked about was found by the {@code _id} the query
     *     names
     */
    Filter(Document query, boolean idDecided, QueryMatcher matcher) {
        this.matcher = matcher;
        List<Map.Entry<String, Object>> fields = QueryFields.of(query);
        boolean idOnce = fields.stream().filter(field -> field.getKey().equals("_id")).count() == 1;
        Document rest = new Document();
        for (Map.Entry<String, Object> field : fields) {
            List<?> list = Membership.scalarsOfIn(field.getValue());
            boolean decided = idDecided && idOnce && field.getKey().equals("_id");
            if (decided && (list != null || Key.isScalar(field.getValue()))) {
                continue;
            }
            if (list != null && list.size() > SHORT_LIST) {
                memberships.add(Membership.of(field.getKey(), list));
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
