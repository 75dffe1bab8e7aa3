package id.lumbung.retail.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes rows with named cells of rows of texts. The first that is not empty names the columns. */
final class RowCollector {

    private static final int MAX_COLUMNS = 60;
    private static final int MAX_LENGTH = 500;

    private final int maxRows;
    private final List<FileRow> rows = new ArrayList<>();
    private @Nullable List<String> columns;

    RowCollector(int maxRows) {
        this.maxRows = maxRows;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when there are too many of anything
     */
    void add(int number, List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            return;
        }
        if (texts.size() > MAX_COLUMNS || rows.size() >= maxRows) {
            throw FileRule.tooLarge(maxRows);
        }
        if (columns == null) {
            columns = texts.stream().map(it -> it.strip().toLowerCase(Locale.ROOT)).toList();
            return;
        }
        var cells = new HashMap<String, String>();
        for (var i = 0; i < Math.min(columns.size(), texts.size()); i++) {
            var text = texts.get(i).strip();
            if (!text.isEmpty()) {
                var kept = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
                var _ = cells.putIfAbsent(columns.get(i), kept);
            }
        }
        if (!cells.isEmpty()) {
            rows.add(new FileRow(number, cells));
        }
    }

    List<FileRow> rows() {
        return rows;
    }
}
