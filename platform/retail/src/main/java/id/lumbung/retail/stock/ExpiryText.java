package id.lumbung.retail.stock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
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
                                .map(it ->
                                        exact(
                                                it.group(3),
                                                MonthName.number(it.group(2)),
                                                it.group(1))))
                .or(() ->
                        match(MONTH, text)
                                .map(it -> end(it.group(2), MonthName.number(it.group(1)))));
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

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
