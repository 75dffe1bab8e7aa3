package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one field, as far as an index can answer it: to be one of some values, to
 * lie between two, or to be there. It may let through more than the query, never less; the query
 * itself is asked of every document found.
 */
record Condition(
        @Nullable List<@Nullable Object> values,
        @Nullable Bound low,
        @Nullable Bound high,
        boolean present) {

    record Bound(Object value, boolean inclusive) {}

    private static final Condition ANYTHING = new Condition(null, null, null, false);

    /** Whether it asks for values above or below another. */
    boolean isBounded() {
        return low != null || high != null;
    }

    boolean isOneValue() {
        return values != null && values.size() == 1;
    }

    /**
     * The conditions of a query by field; what stands in {@code $or} and the like is not among
     * them.
     */
    static Map<String, Condition> of(Document query) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : flat(query)) {
            Condition before = conditions.getOrDefault(field.getKey(), ANYTHING);
            Condition condition = before.and(field.getValue());
            if (!condition.equals(ANYTHING)) {
                conditions.put(field.getKey(), condition);
            }
        }
        return conditions;
    }

    /** The fields of a query with those inside {@code $and} beside the others. */
    static List<Map.Entry<String, Object>> flat(Document query) {
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

    private Condition and(@Nullable Object asked) {
        if (asked == null || Key.isScalar(asked)) {
            return equal(asked);
        }
        Condition condition = this;
        if (asked instanceof Document operators) {
            for (Map.Entry<String, Object> operator : operators.entrySet()) {
                condition = condition.and(operator.getKey(), operator.getValue());
            }
        }
        return condition;
    }

    private Condition and(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> operand == null || Key.isScalar(operand) ? equal(operand) : this;
            case "$in" ->
                    operand instanceof Collection<?> list && list.stream().allMatch(Key::isScalar)
                            ? in(list)
                            : this;
            case "$gt", "$gte" ->
                    low == null && isRangeable(operand)
                            ? new Condition(values, bound(operand, "$gte", operator), high, true)
                            : this;
            case "$lt", "$lte" ->
                    high == null && isRangeable(operand)
                            ? new Condition(values, low, bound(operand, "$lte", operator), true)
                            : this;
            case "$exists" -> Utils.isTrue(operand) ? new Condition(values, low, high, true) : this;
            default -> this;
        };
    }

    private Condition equal(@Nullable Object value) {
        List<@Nullable Object> one = new ArrayList<>(1);
        one.add(value);
        return new Condition(one, low, high, present);
    }

    private Condition in(Collection<?> list) {
        return values != null && values.size() <= list.size()
                ? this
                : new Condition(new ArrayList<>(list), low, high, present);
    }

    private static boolean isRangeable(@Nullable Object operand) {
        return Key.isScalar(operand) && !(operand instanceof BinData);
    }

    /** Decimals that differ can have one key, so they are never shut out. */
    private static Bound bound(@Nullable Object operand, String inclusive, String operator) {
        return new Bound(
                Objects.requireNonNull(operand),
                operator.equals(inclusive) || operand instanceof Decimal128);
    }
}
