package id.lumbung.retail.stock;

import java.util.List;
import java.util.Locale;

/**
 * Months as packs print them: by number, or by the first letters of their Indonesian or English
 * name.
 */
final class MonthName {

    private static final int LETTERS = 3;

    /** By month; a month has as many spellings as are in use. */
    private static final List<List<String>> SPELLINGS =
            List.of(
                    List.of("JAN"),
                    List.of("FEB", "PEB"),
                    List.of("MAR"),
                    List.of("APR"),
                    List.of("MEI", "MAY"),
                    List.of("JUN"),
                    List.of("JUL"),
                    List.of("AGU", "AGS", "AUG"),
                    List.of("SEP"),
                    List.of("OKT", "OCT"),
                    List.of("NOV", "NOP"),
                    List.of("DES", "DEC"));

    private MonthName() {}

    /** From 1; zero, which no date has, where the text is no month. */
    static int number(String text) {
        if (text.matches("\\d{1,2}")) {
            return Integer.parseInt(text);
        }
        if (text.length() < LETTERS) {
            return 0;
        }
        var letters = text.substring(0, LETTERS).toUpperCase(Locale.ROOT);
        for (var i = 0; i < SPELLINGS.size(); i++) {
            if (SPELLINGS.get(i).contains(letters)) {
                return i + 1;
            }
        }
        return 0;
    }
}
