package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of an index's keys, as an entry begins with them. */
final class KeyBytes {

    private KeyBytes() {}

    static byte[] of(@Nullable Object[] values, List<IndexKey> keys) {
        SortableBytes writer = new SortableBytes();
        for (int i = 0; i < values.length; i++) {
            writer = writer.value(values[i], keys.get(i).isAscending());
        }
        return writer.toArray();
    }

    /** What is written alike stands there once. */
    static List<byte[]> distinct(List<Object[]> combinations, List<IndexKey> keys) {
        List<byte[]> written = new ArrayList<>();
        for (Object[] combination : combinations) {
            byte[] bytes = of(combination, keys);
            if (!contains(written, bytes)) {
                written.add(bytes);
            }
        }
        return written;
    }

    static boolean contains(List<byte[]> all, byte[] one) {
        return all.stream().anyMatch(candidate -> Arrays.equals(candidate, one));
    }
}
