package id.lumbung.embeddedmongodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the entries asked for may begin with: one prefix for each combination of values, distinct
 * and ascending.
 */
record KeyPrefixes(List<byte[]> all) {

    /** More combinations of values than this are not worth reading one by one. */
    private static final int MAX = 2_000;

    static final KeyPrefixes ANY = new KeyPrefixes(List.of(Bytes.NONE));

    boolean canBeFollowedBy(List<@Nullable Object> values) {
        return all.size() * values.size() <= MAX;
    }

    /** Every prefix with every value behind it. */
    KeyPrefixes followedBy(List<@Nullable Object> values, boolean ascending) {
        List<byte[]> extended = new ArrayList<>(all.size() * values.size());
        SortableBytes writer = new SortableBytes();
        for (byte[] prefix : all) {
            for (Object value : values) {
                extended.add(writer.clear().bytes(prefix).value(value, ascending).toArray());
            }
        }
        extended.sort(Arrays::compareUnsigned);
        return new KeyPrefixes(withoutRepeats(extended));
    }

    private static List<byte[]> withoutRepeats(List<byte[]> sorted) {
        List<byte[]> distinct = new ArrayList<>(sorted.size());
        for (byte[] prefix : sorted) {
            if (distinct.isEmpty() || !Arrays.equals(prefix, distinct.getLast())) {
                distinct.add(prefix);
            }
        }
        return distinct;
    }

    List<KeyRange> ranges() {
        return all.stream().map(KeyRange::startingWith).toList();
    }

    List<KeyRange> ranges(Condition next, boolean ascending, boolean holdsArrays) {
        return all.stream()
                .map(prefix -> new ConditionRange(prefix, ascending).of(next, holdsArrays))
                .toList();
    }
}
