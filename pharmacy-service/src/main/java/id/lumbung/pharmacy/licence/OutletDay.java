package id.lumbung.pharmacy.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day of an outlet, by its own zone. */
public record OutletDay(LocalDate day, ZoneId zone) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    /**
     * @throws id.lumbung.edge.problem.Refusal when it is none in which anything is sold
     */
    public OutletDay {
        day = require(day);
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it lies before 1970 or after 2100
     */
    public static LocalDate require(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw LicenceRule.DAY_OUT_OF_RANGE.because(
                    "Tanggal harus di antara tahun 1970 dan 2100.",
                    "The date must lie between 1970 and 2100.");
        }
        return day;
    }

    public Instant from() {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first instant that is no longer of it. */
    public Instant until() {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
