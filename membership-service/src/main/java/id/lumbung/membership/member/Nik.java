package id.lumbung.membership.member;

import id.lumbung.edge.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A national identity number (nomor induk kependudukan): 6 digits for where it was issued, 6 for
 * the date of birth as DDMMYY, with 40 added to the day for women, and a serial of 4 (UU 24/2013).
 *
 * <p>Only ranges are checked. The region is the one at the time of issue, and regions have been
 * split and renumbered since.
 *
 * <p>It shows itself only masked; {@link #digits} is for sealing, recognising, and for who gave a
 * reason.
 */
final class Nik {

    private static final Pattern SIXTEEN_DIGITS = Pattern.compile("[0-9]{16}");
    private static final int ADDED_FOR_WOMEN = 40;
    private static final int LOWEST_PROVINCE = 11;

    /** No member is younger: 17, or married before that. Tells the century of a birth. */
    private static final int YOUNGEST = 15;

    private final String digits;

    private Nik(String digits) {
        this.digits = digits;
    }

    /**
     * @throws Refusal when it cannot be one; says which part, and repeats nothing of it
     */
    static Nik of(String text) {
        if (!SIXTEEN_DIGITS.matcher(text).matches()) {
            throw impossible("NIK terdiri atas 16 angka saja", "it has 16 digits and nothing else");
        }
        var nik = new Nik(text);
        if (nik.part(0, 2) < LOWEST_PROVINCE || nik.part(2, 4) == 0 || nik.part(4, 6) == 0) {
            throw impossible(
                    "enam angka pertamanya bukan kode wilayah",
                    "its first six digits are no region");
        }
        if (nik.bornIn(1900) == null && nik.bornIn(2000) == null) {
            throw impossible(
                    "angka ke-7 sampai ke-12 bukan tanggal lahir",
                    "its digits 7 to 12 are no date of birth");
        }
        if (nik.part(12, 16) == 0) {
            throw impossible(
                    "empat angka terakhirnya bukan nomor urut",
                    "its last four digits are no serial number");
        }
        return nik;
    }

    String digits() {
        return digits;
    }

    /** As it may be shown: 32************01. */
    String masked() {
        return digits.substring(0, 2) + "*".repeat(12) + digits.substring(14);
    }

    /** The latest date of birth that it can mean for someone who became a member on that day. */
    LocalDate birthDate(LocalDate joinedOn) {
        var late = bornIn(2000);
        var early = bornIn(1900);
        if (late == null) {
            return Objects.requireNonNull(early);
        }
        return early == null || !late.isAfter(joinedOn.minusYears(YOUNGEST)) ? late : early;
    }

    private @Nullable LocalDate bornIn(int century) {
        var day = part(6, 8);
        try {
            return YearMonth.of(century + part(10, 12), part(8, 10))
                    .atDay(day > ADDED_FOR_WOMEN ? day - ADDED_FOR_WOMEN : day);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private int part(int from, int until) {
        return Integer.parseInt(digits.substring(from, until));
    }

    private static Refusal impossible(String indonesian, String english) {
        return PersonRule.NIK_IMPOSSIBLE.because(
                "Ini bukan NIK: %s. Salin dari KTP.".formatted(indonesian),
                "This is not a NIK: %s. Copy it from the identity card (KTP).".formatted(english));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Nik nik && nik.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return masked();
    }
}
