package id.lumbung.village.life;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The eight groups of medicines (ATC classification) in which the real pharmacy counted its sales,
 * with the base units that a pack holds and the price of one.
 *
 * <p>The file counts packs, in fractions. Units per pack are the smallest number of which every
 * fraction that occurs is a whole multiple: hundredths and thirds of a hundredth of a pack,
 * sixteenths, 33 of 1,000, and the hours of January 2017, which are a day's sales spread over
 * twenty-four. So nothing is rounded anywhere. The price of a unit is whole rupiah, so that the
 * amount of every line is exact too; a pack comes to a price that a village pharmacy would ask.
 */
public enum AtcGroup {
    /** Diclofenac and its kin: 38,400 rupiah a pack. */
    M01AB(4_800, 8),
    /** Ibuprofen and its kin, the most finely divided of all: 48,000 rupiah a pack. */
    M01AE(48_000, 1),
    /** Aspirin and its kin: 18,000 rupiah a pack. */
    N02BA(6_000, 3),
    /** Paracetamol and its kin: 24,000 rupiah a pack. */
    N02BE(24_000, 1),
    /** Against anxiety: 30,000 rupiah a pack. */
    N05B(240, 125),
    /** For sleep: 36,000 rupiah a pack. */
    N05C(24, 1_500),
    /** Against asthma: 96,000 rupiah a pack. */
    R03(96, 1_000),
    /** Against allergies: 24,000 rupiah a pack. */
    R06(1_200, 20);

    /** The most of one medicine that a sale's line can hold. */
    public static final int MOST_UNITS = 1_000_000;

    /** The spreadsheet that wrote the file cut what is longer than eleven characters. */
    private static final int CUT_FROM_DECIMALS = 8;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,15})?");

    private final int unitsPerPack;
    private final int rupiahPerUnit;

    AtcGroup(int unitsPerPack, int rupiahPerUnit) {
        this.unitsPerPack = unitsPerPack;
        this.rupiahPerUnit = rupiahPerUnit;
    }

    public int unitsPerPack() {
        return unitsPerPack;
    }

    public int rupiahPerUnit() {
        return rupiahPerUnit;
    }

    public Sale.Line line(long units) {
        return new Sale.Line(name(), units, Math.multiplyExact(units, rupiahPerUnit));
    }

    /**
     * Base units in a number of packs as the file writes it. A number whose decimals were cut, as
     * in 0.583333333 for 7/12, stands for the one multiple of a unit that reads so when it is cut
     * there.
     *
     * @throws IllegalArgumentException with a sentence, where the number is none, is negative, is
     *     no whole number of units, or is more than a line can hold
     */
    public int units(String packs) {
        if (!NUMBER.matcher(packs).matches()) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is not a number of packs".formatted(this, packs));
        }
        var number = new BigDecimal(packs);
        if (number.signum() < 0) {
            throw new IllegalArgumentException(
                    "%s is %s: a return, of which the file does not say what sale it takes back"
                            .formatted(this, packs));
        }
        var exact = number.multiply(BigDecimal.valueOf(unitsPerPack));
        var whole = exact.setScale(0, RoundingMode.HALF_EVEN);
        if (exact.subtract(whole).abs().compareTo(cutOff(number)) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s packs, which is no whole number of units of 1/%d"
                            .formatted(this, packs, unitsPerPack));
        }
        if (whole.compareTo(BigDecimal.valueOf(MOST_UNITS)) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s packs, more than the %d units that a sale can hold of one medicine"
                            .formatted(this, packs, MOST_UNITS));
        }
        return whole.intValueExact();
    }

    /** By how many units a number may miss a whole one: nothing, unless its decimals were cut. */
    private BigDecimal cutOff(BigDecimal packs) {
        return packs.scale() < CUT_FROM_DECIMALS
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5, packs.scale() + 1)
                        .multiply(BigDecimal.valueOf(unitsPerPack));
    }
}
