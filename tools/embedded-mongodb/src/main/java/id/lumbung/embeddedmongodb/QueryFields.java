package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A query's fields, with those inside {@code $and} beside the others. */
final class QueryFields {

    private QueryFields() {}

    static List<Map.Entry<String, Object>> of(Document query) {
        List<Map.Entry<String, Object>> fields = new ArrayList<>();
        collect(query, fields);
        return fields;
    }

    private static void collect(Document query, List<Map.Entry<String, Object>> fields) {
        for (Map.Entry<String, Object> field : query.entrySet()) {
            if (field.getKey().equals("$and")
                    && field.getValue() instanceof Collection<?> parts
                    && !parts.isEmpty()
                    && parts.stream().allMatch(Document.class::isInstance)) {
                for (Object part : parts) {
                    collect((Document) part, fields);
                }
            } else {
                fields.add(field);
            }
        }
    }

    /** What is asked of each field; what stands in {@code $or} and the like is not among them. */
    static Map<String, Condition> conditions(Document query) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : of(query)) {
            Condition before = conditions.getOrDefault(field.getKey(), Condition.ANYTHING);
            Condition condition = before.and(field.getValue());
            if (!condition.equals(Condition.ANYTHING)) {
                conditions.put(field.getKey(), condition);
            }
        }
        return conditions;
    }
}
