package id.lumbung.village.life;

/**
 * What was sent so far and answered.
 *
 * @param duplicates that stood already, the same
 * @param conflicts under whose id something else stands
 * @param units base units of all that was sent
 * @param rupiah of all that was sent
 */
public record SentSales(
        long accepted, long duplicates, long conflicts, long refused, long units, long rupiah) {

    static final SentSales NONE = new SentSales(0, 0, 0, 0, 0, 0);

    public long sales() {
        return accepted + duplicates + conflicts + refused;
    }

    SentSales and(Sale sale, SaleUpload.Outcome outcome) {
        return new SentSales(
                accepted + one(outcome, SaleUpload.Outcome.ACCEPTED),
                duplicates + one(outcome, SaleUpload.Outcome.DUPLICATE),
                conflicts + one(outcome, SaleUpload.Outcome.CONFLICT),
                refused + one(outcome, SaleUpload.Outcome.REFUSED),
                Math.addExact(units, sale.units()),
                Math.addExact(rupiah, sale.total()));
    }

    private static long one(SaleUpload.Outcome outcome, SaleUpload.Outcome counted) {
        return outcome == counted ? 1 : 0;
    }
}
