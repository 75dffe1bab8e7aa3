package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    static final Condition ANYTHING = new Condition(null, null, null, false);

    /** Whether it asks for values above or below another. */
    boolean isBounded() {
        return low != null || high != null;
    }

    boolean isOneValue() {
        return values != null && values.size() == 1;
    }

    /** This condition, and what stands behind the field's name in a query. */
    Condition and(@Nullable Object asked) {
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
            case "$in" -> operand instanceof Collection<?> list ? in(list) : this;
            case "$gt", "$gte" -> above(operand, operator.equals("$gte"));
            case "$lt", "$lte" -> below(operand, operator.equals("$lte"));
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
        boolean isNarrowerAlready = values != null && values.size() <= list.size();
        return isNarrowerAlready || !list.stream().allMatch(Key::isScalar)
                ? this
                : new Condition(new ArrayList<>(list), low, high, present);
    }

    private Condition above(@Nullable Object operand, boolean inclusive) {
        return low == null && Bound.canBe(operand)
                ? new Condition(values, Bound.of(operand, inclusive), high, true)
                : this;
    }

    private Condition below(@Nullable Object operand, boolean inclusive) {
        return high == null && Bound.canBe(operand)
                ? new Condition(values, low, Bound.of(operand, inclusive), true)
                : this;
    }
}
