package id.lumbung.village.demo;

import id.lumbung.village.life.AtcGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** When people come, and what they buy; see profile.properties. */
final class Profile {

    private static final int HOUR_MILLIS = 3_600_000;

    private final Weighted<Integer> hours;
    private final Weighted<LocalDate> days;
    private final Weighted<AtcGroup> groups;
    private final ZoneId zone;

    Profile(Year year, ZoneId zone) {
        var properties = new Properties();
        try (var in =
                Objects.requireNonNull(
                        Profile.class.getResourceAsStream("profile.properties"),
                        "profile.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Function<String, Integer> weight =
                name -> Integer.parseInt(properties.getProperty(name, "0"));
        this.zone = zone;
        this.hours =
                new Weighted<>(
                        weights(
                                IntStream.range(0, 24).boxed().toList(),
                                h -> weight.apply("hour." + h)));
        this.groups =
                new Weighted<>(
                        weights(List.of(AtcGroup.values()), g -> weight.apply("group." + g)));
        var ofWeekday = weights(List.of(DayOfWeek.values()), d -> weight.apply("weekday." + d));
        this.days =
                new Weighted<>(
                        weights(
                                year.atDay(1).datesUntil(year.plusYears(1).atDay(1)).toList(),
                                day -> ofWeekday.getOrDefault(day.getDayOfWeek(), 0)));
    }

    private static <T> Map<T, Integer> weights(Iterable<T> things, Function<T, Integer> weight) {
        var weights = new LinkedHashMap<T, Integer>();
        things.forEach(thing -> weights.put(thing, weight.apply(thing)));
        return weights;
    }

    /** An instant of the year at which somebody comes. */
    Instant at(SplittableRandom chances) {
        return days.draw(chances)
                .atTime(hours.draw(chances), 0)
                .atZone(zone)
                .toInstant()
                .plusMillis(chances.nextInt(HOUR_MILLIS));
    }

    AtcGroup group(SplittableRandom chances) {
        return groups.draw(chances);
    }
}
