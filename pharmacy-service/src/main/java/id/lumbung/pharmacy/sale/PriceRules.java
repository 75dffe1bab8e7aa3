package id.lumbung.pharmacy.sale;

import id.lumbung.pharmacy.catalogue.CeilingFactors;
import id.lumbung.retail.catalogue.Ceiling;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line may cost on the day of the sale: no more than the ceiling; as the list says. */
final class PriceRules {

    private PriceRules() {}

    static Stream<Broken> broken(SoldMedicine sold) {
        return Stream.of(aboveCeiling(sold), unlikeTheList(sold)).flatMap(Optional::stream);
    }

    private static Optional<Broken> aboveCeiling(SoldMedicine sold) {
        var line = sold.line();
        return Ceiling.on(sold.day(), sold.product().ceilings(), CeilingFactors.ALL)
                .filter(ceiling -> !ceiling.allows(line.amount(), line.quantity()))
                .map(ceiling -> {
                    var highest = ceiling.highest(line.quantity());
                    return new Broken(
                            SaleDiscrepancy.ABOVE_CEILING,
                            sold.place(),
                            Map.of("amount", line.amount().amount(), "highest", highest.amount()),
                            "Untuk %d paling tinggi %s.".formatted(line.quantity(), highest),
                            "For %d at most %s.".formatted(line.quantity(), highest));
                });
    }

    private static Optional<Broken> unlikeTheList(SoldMedicine sold) {
        var line = sold.line();
        return sold.product()
                .prices()
                .amountFor(line.quantity(), sold.day())
                .filter(listed -> !listed.equals(line.amount()))
                .map(listed ->
                        new Broken(
                                SaleDiscrepancy.PRICE_DIFFERS,
                                sold.place(),
                                Map.of("amount", line.amount().amount(), "listed", listed.amount()),
                                "Menurut daftar %s.".formatted(listed),
                                "By the list %s.".formatted(listed)));
    }
}
