package id.lumbung.retail.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads expiry dates as packs, codes and stock lists print them. A month alone means its last day,
 * as does day 00 of a code (GS1 General Specifications, AI 17).
 */
public final class ExpiryText {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Pattern GS1 = Pattern.compile("(?:\\(17\\)|17)?(\\d\\d)(\\d\\d)(\\d\\d)");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})[/. -](\\w+)[/. -](\\d{2}|\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\w+)[/. -]+(\\d{2}|\\d{4})");
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("JAN", 1),
                    Map.entry("FEB", 2),
                    Map.entry("PEB", 2),
                    Map.entry("MAR", 3),
                    Map.entry("APR", 4),
                    Map.entry("MEI", 5),
                    Map.entry("MAY", 5),
                    Map.entry("JUN", 6),
                    Map.entry("JUL", 7),
                    Map.entry("AGU", 8),
                    Map.entry("AGS", 8),
                    Map.entry("AUG", 8),
                    Map.entry("SEP", 9),
                    Map.entry("OKT", 10),
                    Map.entry("OCT", 10),
                    Map.entry("NOV", 11),
                    Map.entry("NOP", 11),
                    Map.entry("DES", 12),
                    Map.entry("DEC", 12));

    private ExpiryText() {}

    /** The last good day; empty where the text is no date, or none of these hundred years. */
    public static Optional<LocalDate> parse(String text) {
        var trimmed = text.strip().toUpperCase(Locale.ROOT);
        try {
            return date(trimmed)
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        return match(GS1, text)
                .map(it -> day(it.group(1), number(it.group(2)), it.group(3)))
                .or(() ->
                        match(ISO, text)
                                .map(it ->
                                        it.group(3) == null
                                                ? end(it.group(1), number(it.group(2)))
                                                : exact(
                                                        it.group(1),
                                                        number(it.group(2)),
                                                        it.group(3))))
                .or(() ->
                        match(DAY, text)
                                .map(it -> exact(it.group(3), month(it.group(2)), it.group(1))))
                .or(() -> match(MONTH, text).map(it -> end(it.group(2), month(it.group(1)))));
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static LocalDate day(String year, int month, String day) {
        return number(day) == 0 ? end(year, month) : exact(year, month, day);
    }

    private static LocalDate exact(String year, int month, String day) {
        return LocalDate.of(year(year), month, number(day));
    }

    private static LocalDate end(String year, int month) {
        return YearMonth.of(year(year), month).atEndOfMonth();
    }

    private static int year(String text) {
        return text.length() == 2 ? FIRST_YEAR + number(text) : number(text);
    }

    /** Zero, which no date has, where the text is no month. */
    private static int month(String text) {
        if (text.matches("\\d{1,2}")) {
            return number(text);
        }
        return text.length() < 3 ? 0 : MONTHS.getOrDefault(text.substring(0, 3), 0);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
