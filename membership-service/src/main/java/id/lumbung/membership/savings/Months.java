package id.lumbung.membership.savings;

import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** A run of months, both ends among them. */
record Months(@NotNull YearMonth first, @NotNull YearMonth last) {

    /** Ten years: who pays for longer has mistyped. */
    static final int MAX = 120;

    /** How many they are; zero or less where the last comes before the first. */
    long count() {
        return ChronoUnit.MONTHS.between(first, last) + 1;
    }
}
