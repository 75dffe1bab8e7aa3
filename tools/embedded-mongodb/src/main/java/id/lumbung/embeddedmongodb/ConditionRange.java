package id.lumbung.embeddedmongodb;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The range of entries behind one prefix whose next key lies between two bounds. It holds only
 * values comparable with the bound, as MongoDB does it.
 */
final class ConditionRange {

    private final byte[] prefix;
    private final boolean ascending;

    ConditionRange(byte[] prefix, boolean ascending) {
        this.prefix = prefix;
        this.ascending = ascending;
    }

    /**
     * Of a field that holds arrays one bound must do: two elements may satisfy one each.
     *
     * @param condition has a bound at least
     */
    KeyRange of(Condition condition, boolean holdsArrays) {
        Bound low = condition.low();
        Bound high = holdsArrays && low != null ? null : condition.high();
        return ascending ? between(low, high) : between(high, low);
    }

    private KeyRange between(@Nullable Bound first, @Nullable Bound last) {
        byte[] from =
                first == null
                        ? type(Objects.requireNonNull(last))
                        : value(first, !first.inclusive());
        byte[] to =
                last == null
                        ? KeyRange.after(type(Objects.requireNonNull(first)))
                        : value(last, last.inclusive());
        return new KeyRange(from, to);
    }

    private byte[] value(Bound bound, boolean behind) {
        byte[] value = new SortableBytes().bytes(prefix).value(bound.value(), ascending).toArray();
        return behind ? KeyRange.after(value) : value;
    }

    private byte[] type(Bound bound) {
        return new SortableBytes().bytes(prefix).type(bound.value(), ascending).toArray();
    }
}
