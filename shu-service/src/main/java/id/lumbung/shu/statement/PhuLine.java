package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;

/**
 * A line of the PHU form.
 *
 * @param amount rupiah as given
 * @param computed rupiah as the lines above give; the amount itself where nothing is computed
 * @param sum whether the line sums up others, and stands out
 */
public record PhuLine(
        String key, String labelId, String labelEn, Rupiah amount, Rupiah computed, boolean sum) {

    public boolean mismatch() {
        return !amount.equals(computed);
    }

    public Rupiah difference() {
        return amount.minus(computed);
    }
}
