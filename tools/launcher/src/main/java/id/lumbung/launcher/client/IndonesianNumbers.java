package id.lumbung.launcher.client;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people in Indonesia write them. */
public final class IndonesianNumbers {

    private static final Locale INDONESIAN = Locale.of("id", "ID");

    private IndonesianNumbers() {}

    /** With dots between thousands: 1.234.567. */
    public static String number(long number) {
        return NumberFormat.getIntegerInstance(INDONESIAN).format(number);
    }

    /** Rp1.234.567. */
    public static String rupiah(long rupiah) {
        return (rupiah < 0 ? "-Rp" : "Rp") + number(Math.absExact(rupiah));
    }
}
