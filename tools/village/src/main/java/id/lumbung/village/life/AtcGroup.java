package id.lumbung.village.life;

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
}
