package id.lumbung.edge.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what is checked one by one short. */
public final class Bounded {

    private Bounded() {}

    /**
     * A list as it came, or where it is longer than allowed its first elements, one more than
     * allowed: enough to be refused for its length, too few to be slow. A body of 1 MB can hold
     * 200,000 elements, each of which would be checked and complained of.
     *
     * @param max how many are allowed
     */
    public static <T extends @Nullable Object> @Nullable List<T> list(
            @Nullable List<T> list, int max) {
        return list == null || list.size() <= max ? list : list.subList(0, max + 1);
    }
}
