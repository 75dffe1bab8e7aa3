package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every combination of the elements of arrays; an empty array counts as a missing value. */
final class ArrayValues {

    private ArrayValues() {}

    static List<Object[]> combinations(@Nullable Object[] values) {
        List<Object[]> combinations = new ArrayList<>();
        combinations.add(new Object[values.length]);
        for (int i = 0; i < values.length; i++) {
            combinations = withEach(combinations, i, elements(values[i]));
        }
        return combinations;
    }

    private static Collection<?> elements(@Nullable Object value) {
        Collection<?> elements = value instanceof Collection<?> many ? many : Arrays.asList(value);
        return elements.isEmpty() ? List.of(Missing.getInstance()) : elements;
    }

    private static List<Object[]> withEach(
            List<Object[]> combinations, int place, Collection<?> elements) {
        List<Object[]> longer = new ArrayList<>();
        for (Object[] combination : combinations) {
            for (Object element : elements) {
                Object[] copy = combination.clone();
                copy[place] = element == null ? Missing.getInstance() : element;
                longer.add(copy);
            }
        }
        return longer;
    }
}
