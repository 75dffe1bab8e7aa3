package id.lumbung.village.replay;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a row's sales were. Of the two readings of 01-02-2014 that one holds which agrees with the
 * columns beside it.
 */
record WrittenTime(Cells cells) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4})(?: (\\d{1,2}):(\\d{2}))?");

    /** When a pharmacy opens of which only the day is known. */
    private static final int OPENS = 8;

    /**
     * @throws IllegalArgumentException with a sentence, where it cannot be read
     */
    LocalDateTime hour() {
        var text = cells.get(Columns.DATE);
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "datum is '%s', neither like 01-31-2014 08:00 nor like 1/31/2014 8:00, nor a day like 1/31/2014"
                            .formatted(text));
        }
        var isDay = parts.group(5) == null;
        if (!isDay && !parts.group(6).equals("00")) {
            throw new IllegalArgumentException("datum is '%s', not on the hour".formatted(text));
        }
        var hour = isDay ? OPENS : Integer.parseInt(parts.group(5));
        return reading(parts, 1, 3, hour)
                .or(() -> reading(parts, 3, 1, hour))
                .filter(_ -> isDay || cells.has("Hour", hour))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "datum is '%s', but the columns beside it say %s"
                                        .formatted(text, cells.checks())));
    }

    /** With the month and the day in these groups, where the columns beside it agree. */
    private Optional<LocalDateTime> reading(Matcher parts, int month, int day, int hour) {
        LocalDateTime time;
        try {
            time =
                    LocalDateTime.of(
                            Integer.parseInt(parts.group(4)),
                            Integer.parseInt(parts.group(month)),
                            Integer.parseInt(parts.group(day)),
                            hour,
                            0);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
        var weekday = time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return Optional.of(time)
                .filter(_ -> cells.has("Year", time.getYear()))
                .filter(_ -> cells.has("Month", time.getMonthValue()))
                .filter(_ -> cells.get("Weekday Name").equals(weekday));
    }
}
