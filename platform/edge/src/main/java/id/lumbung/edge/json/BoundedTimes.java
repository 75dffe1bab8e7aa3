package id.lumbung.edge.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.ToIntFunction;
import org.springframework.format.FormatterRegistry;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.YearMonthDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads times, days and months whose year has at most four digits, in bodies, paths and queries.
 * Java knows years of nine digits, with which no zone and no database can reckon.
 */
final class BoundedTimes {

    private static final int MIN_YEAR = 0;
    private static final int MAX_YEAR = 9999;

    /** Ten thousand years: what lies within them has a year that can be asked for. */
    private static final long MAX_SECONDS = 10_000L * 366 * 86_400;

    private BoundedTimes() {}

    static JacksonModule module() {
        return new SimpleModule("bounded times")
                .addDeserializer(
                        Instant.class,
                        new Reader<>(
                                Instant.class, InstantDeserializer.INSTANT, BoundedTimes::year))
                .addDeserializer(
                        LocalDate.class,
                        new Reader<>(
                                LocalDate.class,
                                LocalDateDeserializer.INSTANCE,
                                LocalDate::getYear))
                .addDeserializer(
                        YearMonth.class,
                        new Reader<>(
                                YearMonth.class,
                                YearMonthDeserializer.INSTANCE,
                                YearMonth::getYear));
    }

    /** For paths and queries, where these are written as ISO 8601 has them. */
    static void addTo(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                Instant.class,
                text -> bounded(Instant.parse(text), BoundedTimes::year));
        registry.addConverter(
                String.class,
                LocalDate.class,
                text -> bounded(LocalDate.parse(text), LocalDate::getYear));
        registry.addConverter(
                String.class,
                YearMonth.class,
                text -> bounded(YearMonth.parse(text), YearMonth::getYear));
    }

    private static int year(Instant time) {
        return time.isBefore(Instant.EPOCH.minusSeconds(MAX_SECONDS))
                        || time.isAfter(Instant.EPOCH.plusSeconds(MAX_SECONDS))
                ? Integer.MAX_VALUE
                : time.atOffset(ZoneOffset.UTC).getYear();
    }

    private static <T> T bounded(T time, ToIntFunction<T> year) {
        if (!isBounded(time, year)) {
            throw new DateTimeException("The year has more than four digits");
        }
        return time;
    }

    private static <T> boolean isBounded(T time, ToIntFunction<T> year) {
        var its = year.applyAsInt(time);
        return its >= MIN_YEAR && its <= MAX_YEAR;
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private final ValueDeserializer<T> any;
        private final ToIntFunction<T> year;

        Reader(Class<T> type, ValueDeserializer<T> any, ToIntFunction<T> year) {
            super(type);
            this.any = any;
            this.year = year;
        }

        @Override
        @SuppressWarnings("unchecked") // What a deserializer makes of a weird text is of its type.
        public T deserialize(JsonParser parser, DeserializationContext context) {
            var read = any.deserialize(parser, context);
            return isBounded(read, year)
                    ? read
                    : (T)
                            context.handleWeirdStringValue(
                                    handledType(), read.toString(), "year of nine digits");
        }
    }
}
