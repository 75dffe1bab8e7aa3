package id.lumbung.village.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Packs sold of a group, as the file writes their number. */
public record PackCount(AtcGroup group, String packs) {

    /** The most of one group that a row can hold: more than any pharmacy sells in a day. */
    private static final int MAX_PACKS = 10_000;

    /** The spreadsheet that wrote the file cut what is longer than eleven characters. */
    private static final int CUT_FROM_DECIMALS = 8;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,15})?");

    /**
     * Base units. A number whose decimals were cut, as in 0.583333333 for 7/12, stands for the one
     * multiple of a unit that reads so when it is cut there.
     *
     * @throws IllegalArgumentException with a sentence, where the number is none, is negative, is
     *     no whole number of units, or is more than a row can hold
     */
    public int units() {
        if (!NUMBER.matcher(packs).matches()) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is not a number of packs".formatted(group, packs));
        }
        var number = new BigDecimal(packs.replace(',', '.'));
        if (number.signum() < 0) {
            throw new IllegalArgumentException(
                    "%s is %s: a return, of which the file does not say what sale it takes back"
                            .formatted(group, packs));
        }
        var exact = number.multiply(BigDecimal.valueOf(group.unitsPerPack()));
        var whole = exact.setScale(0, RoundingMode.HALF_EVEN);
        if (exact.subtract(whole).abs().compareTo(cutOff(number)) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s packs, which is no whole number of units of 1/%d"
                            .formatted(group, packs, group.unitsPerPack()));
        }
        if (number.compareTo(BigDecimal.valueOf(MAX_PACKS)) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s packs, more than the %d that a row can hold"
                            .formatted(group, packs, MAX_PACKS));
        }
        return whole.intValueExact();
    }

    /** By how many units a number may miss a whole one: nothing, unless its decimals were cut. */
    private BigDecimal cutOff(BigDecimal number) {
        return number.scale() < CUT_FROM_DECIMALS
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5, number.scale() + 1)
                        .multiply(BigDecimal.valueOf(group.unitsPerPack()));
    }
}
