package id.lumbung.backbone;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list that is read a page at a time: the one shape of every such list.
 *
 * @param next what to give as {@code after} for the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * @param items no more than were asked for; fewer mean that this is the last page
     * @param limit how many were asked for, at least one
     * @param key what the page after an item begins behind
     */
    public static <T> Page<T> of(List<T> items, int limit, Function<T, ?> key) {
        return new Page<>(
                items, items.size() < limit ? null : key.apply(items.getLast()).toString());
    }
}
