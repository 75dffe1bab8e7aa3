package id.lumbung.membership.member;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A member's number in the cooperative (nomor anggota), as it stands on the card: four to six
 * digits, and one that shows slips of the finger, such as {@code 0417-1}. The last digit is Damm's:
 * of one digit mistyped, or two that stand side by side exchanged, every case is found (H. M. Damm,
 * Total anti-symmetrische Quasigruppen, Marburg 2004).
 *
 * @param value 1 to 999,999
 */
record MemberNumber(int value) {

    static final int MAX = 999_999;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(?:-([0-9]))?");

    private static final String[] DAMM = {
        "0317598642",
        "7092154863",
        "4206871359",
        "1750983426",
        "6123045978",
        "3674209581",
        "5869720134",
        "8945362017",
        "9438617205",
        "2581436790"
    };

    MemberNumber {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException("A member's number is 1 to 999,999");
        }
    }

    /**
     * As it is written, with its last digit or without; empty where it is none, or the last digit
     * is not the one that belongs to it.
     */
    static Optional<MemberNumber> read(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            return Optional.empty();
        }
        var number = new MemberNumber(Integer.parseInt(form.group(1)));
        var check = form.group(2);
        return check == null || Integer.parseInt(check) == number.check()
                ? Optional.of(number)
                : Optional.empty();
    }

    private int check() {
        var interim = 0;
        for (var digit : Integer.toString(value).toCharArray()) {
            interim = DAMM[interim].charAt(digit - '0') - '0';
        }
        return interim;
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-%d", value, check());
    }
}
