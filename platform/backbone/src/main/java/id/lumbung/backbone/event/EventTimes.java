package id.lumbung.backbone.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import tools.jackson.databind.module.SimpleModule;

/**
 * Times and dates of events: ISO 8601 texts between the years 1 and 9999. Java knows times that no
 * database keeps; a record that holds one must not get as far as the database.
 */
public final class EventTimes {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private EventTimes() {}

    /**
     * @throws DateTimeException when it is no time, or none that a database keeps
     */
    public static Instant instant(String text) {
        var time = UtcText.read(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("Not between the years 1 and 9999");
        }
        return time;
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1 || date.getYear() > 9_999) {
            throw new DateTimeException("Not between the years 1 and 9999");
        }
        return date;
    }

    private static YearMonth month(String text) {
        var month = YearMonth.parse(text);
        if (month.getYear() < 1 || month.getYear() > 9_999) {
            throw new DateTimeException("Not between the years 1 and 9999");
        }
        return month;
    }

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(
                        Instant.class, new TimeDeserializer<>(Instant.class, EventTimes::instant))
                .addDeserializer(
                        LocalDate.class, new TimeDeserializer<>(LocalDate.class, EventTimes::date))
                .addDeserializer(
                        YearMonth.class,
                        new TimeDeserializer<>(YearMonth.class, EventTimes::month));
    }
}
