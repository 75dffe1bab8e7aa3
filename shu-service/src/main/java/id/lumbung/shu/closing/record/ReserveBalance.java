package id.lumbung.shu.closing.record;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Division;

/**
 * The reserve fund (dana cadangan) over one year.
 *
 * @param opening as the last divided year left it; before the first, as the board gave it
 * @param added by the division: its fund, what was earned with others, what rounding leaves
 * @param used against a loss, as the meeting decided
 * @param closing the opening of the next year
 */
public record ReserveBalance(Rupiah opening, Rupiah added, Rupiah used, Rupiah closing) {

    public static ReserveBalance of(Rupiah opening, Division division) {
        var added = division.toReserve();
        var used = division.reserveUsed();
        return new ReserveBalance(opening, added, used, opening.plus(added).minus(used));
    }
}
