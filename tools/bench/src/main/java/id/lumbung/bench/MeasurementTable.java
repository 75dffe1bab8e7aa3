package id.lumbung.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measurements as lines for people. */
final class MeasurementTable {

    private static final String COLUMNS = "%-58s %12s %-8s %12s %7s %8s %s";

    private MeasurementTable() {}

    static String header() {
        return COLUMNS.formatted("", "figure", "unit", "beside", "ratio", "target", "");
    }

    static String line(Measurement it) {
        return COLUMNS.formatted(
                it.name(),
                number(it.value()),
                it.unit(),
                number(it.ceiling()),
                it.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", it.ratio()),
                number(it.target()),
                it.met() == null ? "" : it.met() ? "met" : "MISSED");
    }

    private static String number(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
    }
}
