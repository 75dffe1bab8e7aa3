package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import java.math.BigInteger;

/** The formula that a statement prints: own / all × pool, rounded down. */
final class ShareFormula {

    private ShareFormula() {}

    /**
     * @param name of the part, for the error
     * @throws IllegalArgumentException when the printed figures do not give the printed part
     */
    static void check(String name, Rupiah given, Rupiah own, Rupiah all, Rupiah pool) {
        var due =
                all.amount() == 0
                        ? BigInteger.ZERO
                        : BigInteger.valueOf(own.amount())
                                .multiply(BigInteger.valueOf(pool.amount()))
                                .divide(BigInteger.valueOf(all.amount()));
        if (!due.equals(BigInteger.valueOf(given.amount()))) {
            throw new IllegalArgumentException(
                    "The %s is given as %s, its formula makes Rp%d.".formatted(name, given, due));
        }
    }
}
