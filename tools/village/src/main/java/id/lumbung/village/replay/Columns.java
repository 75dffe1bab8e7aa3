package id.lumbung.village.replay;

import id.lumbung.launcher.stack.UserError;
import id.lumbung.village.life.AtcGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where each column stands in a file, by its first line. */
final class Columns {

    static final String DATE = "datum";

    /** What settles how a date is to be read. */
    static final List<String> CHECKS = List.of("Year", "Month", "Hour", "Weekday Name");

    private final Map<String, Integer> places = new HashMap<>();
    private final int width;

    /**
     * @throws UserError where a column is missing
     */
    Columns(List<String> heading) {
        this.width = heading.size();
        for (var i = 0; i < width; i++) {
            var _ = places.put(heading.get(i).replace("\uFEFF", ""), i);
        }
        var missing = new ArrayList<>(needed());
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new UserError(
                    "This is no file of a pharmacy's sales by the hour or the day. Its first line lacks: %s. It must be like: %s"
                            .formatted(String.join(", ", missing), heading()));
        }
    }

    /** The first line that a file must have; the columns may stand in any order. */
    static String heading() {
        return String.join(",", needed());
    }

    private static List<String> needed() {
        var needed = new ArrayList<String>();
        needed.add(DATE);
        for (var group : AtcGroup.values()) {
            needed.add(group.name());
        }
        needed.addAll(CHECKS);
        return needed;
    }

    int width() {
        return width;
    }

    int place(String column) {
        return places.getOrDefault(column, 0);
    }
}
