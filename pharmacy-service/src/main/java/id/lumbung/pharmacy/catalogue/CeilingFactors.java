package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.CeilingFactor;
import java.time.LocalDate;
import java.util.List;

/** The state's rule for the highest price of medicines (HET), by date. */
public final class CeilingFactors {

    /** List price with value added tax, and 28 % for the service. */
    public static final List<CeilingFactor> ALL =
            List.of(new CeilingFactor(LocalDate.of(2015, 12, 29), 128, 100, "Permenkes 98/2015"));

    private CeilingFactors() {}
}
