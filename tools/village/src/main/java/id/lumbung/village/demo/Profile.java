package id.lumbung.village.demo;

import id.lumbung.village.life.AtcGroup;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who comes when, and what they buy; see profile.properties. */
final class Profile {

    private static final int HOUR_MILLIS = 3_600_000;
    private static final double BY_MEMBERS = 0.6;

    private final Weighted<Integer> hours;
    private final Weighted<LocalDate> days;
    private final Weighted<AtcGroup> groups;
    private final ZoneId zone;

    Profile(Year year, ZoneId zone) {
        var file = new ProfileFile();
        var hoursOfDay = IntStream.range(0, 24).boxed().toList();
        var ofWeekday = file.weights(List.of(DayOfWeek.values()), day -> "weekday." + day);
        var ofDay = new LinkedHashMap<LocalDate, Integer>();
        year.atDay(1)
                .datesUntil(year.plusYears(1).atDay(1))
                .forEach(day -> {
                    var _ = ofDay.put(day, ofWeekday.getOrDefault(day.getDayOfWeek(), 0));
                });
        this.zone = zone;
        this.hours = new Weighted<>(file.weights(hoursOfDay, hour -> "hour." + hour));
        this.groups = new Weighted<>(file.weights(List.of(AtcGroup.values()), it -> "group." + it));
        this.days = new Weighted<>(ofDay);
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

    /** A member, or null for someone who is none. */
    static @Nullable UUID person(List<UUID> members, SplittableRandom chances) {
        return chances.nextDouble() < BY_MEMBERS
                ? members.get(chances.nextInt(members.size()))
                : null;
    }
}
