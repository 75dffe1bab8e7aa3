package id.lumbung.retail.file;

import java.util.Map;

/**
 * A row of a file.
 *
 * @param number as a spreadsheet shows it: the first below the names of the columns is 2
 * @param cells by the name of the column, in small letters; empty ones are left out
 */
public record FileRow(int number, Map<String, String> cells) {

    private static final int MAX_SHOWN = 60;

    public FileRow {
        cells = Map.copyOf(cells);
    }

    /** What stands in a column; empty where nothing does. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /**
     * Whether a cell begins as a formula does. Shown in a spreadsheet, such a cell would be
     * executed. A number with a sign is none.
     */
    public boolean hasFormula() {
        return cells.values().stream().anyMatch(FileRow::isFormula);
    }

    private static boolean isFormula(String text) {
        var first = text.charAt(0);
        return first == '='
                || first == '@'
                || ((first == '+' || first == '-') && !text.matches("[+-][\\d.,]+"));
    }

    /** The beginning of a text, to be repeated in an answer. */
    public static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
