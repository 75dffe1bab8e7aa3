package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document has under the keys of an index. */
final class IndexedValues {

    private final List<IndexKey> keys;
    private final @Nullable Object[] values;

    /** The last of the keys that holds an array, -1 if none does. */
    private int array = -1;

    /**
     * @throws CannotIndexParallelArraysError if two keys hold arrays that are not the same
     */
    IndexedValues(List<IndexKey> keys, Document document) {
        this.keys = keys;
        this.values = new @Nullable Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(document, keys.get(i).getKey());
            if (values[i] instanceof Collection) {
                if (array >= 0 && !firstPart(array).equals(firstPart(i))) {
                    throw new CannotIndexParallelArraysError(
                            List.of(keys.get(i).getKey(), keys.get(array).getKey()));
                }
                array = i;
            }
        }
    }

    private static @Nullable Object value(Document document, String field) {
        return field.indexOf('.') < 0
                ? document.getOrMissing(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
    }

    private String firstPart(int key) {
        return Utils.firstFragment(keys.get(key).getKey());
    }

    boolean isFirstMissing() {
        return values[0] instanceof Missing;
    }

    boolean areAllMissing() {
        return Arrays.stream(values).allMatch(Missing.class::isInstance);
    }

    boolean holdArray() {
        return array >= 0;
    }

    /** As bytes, once for each element of an array. */
    List<byte[]> written() {
        return holdArray()
                ? KeyBytes.distinct(ArrayValues.combinations(values), keys)
                : List.of(KeyBytes.of(values, keys));
    }
}
