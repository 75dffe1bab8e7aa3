package id.lumbung.village.replay;

import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.life.PackCount;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/** The cells of a row, by their columns. */
record Cells(CSVRecord cells, Columns columns) {

    /** Of a day of which the hours are not known. */
    private static final Duration OPEN = Duration.ofHours(12);

    String get(String column) {
        return cells.get(columns.place(column));
    }

    boolean has(String column, int number) {
        return get(column).equals(Integer.toString(number));
    }

    /** The row they stand in, by its line. */
    Row read(long line) {
        if (cells.size() != columns.width()) {
            return new Row.Refused(
                    line,
                    "it has %d columns instead of %d".formatted(cells.size(), columns.width()));
        }
        try {
            var length = get(Columns.DATE).indexOf(':') < 0 ? OPEN : Duration.ofHours(1);
            return new Row.Hour(line, new WrittenTime(this).hour(), length, units());
        } catch (IllegalArgumentException e) {
            return new Row.Refused(line, String.valueOf(e.getMessage()));
        }
    }

    /** What stands in the columns that settle how a date is to be read. */
    String checks() {
        return Columns.CHECKS.stream()
                .map(column -> column + ' ' + get(column))
                .collect(Collectors.joining(", "));
    }

    /** Base units sold, of those groups of which any were. */
    private Map<AtcGroup, Integer> units() {
        var units = new EnumMap<AtcGroup, Integer>(AtcGroup.class);
        for (var group : AtcGroup.values()) {
            var sold = new PackCount(group, get(group.name())).units();
            if (sold > 0) {
                units.put(group, sold);
            }
        }
        return Collections.unmodifiableMap(units);
    }
}
