package id.lumbung.village.replay;

import id.lumbung.village.life.AtcGroup;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;

/** A row of an {@link HourFile}, by its line, the heading being line 1. */
sealed interface Row {

    long line();

    /**
     * @param hour when it began, by the pharmacy's clock
     * @param length an hour, or as long as the pharmacy was open that day
     * @param units base units sold, of those groups of which any were
     */
    record Hour(long line, LocalDateTime hour, Duration length, Map<AtcGroup, Integer> units)
            implements Row {

        /** Base units of all groups. */
        long total() {
            return units.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    record Refused(long line, String reason) implements Row {}
}
