package id.lumbung.pharmacy.sale;

import id.lumbung.pharmacy.catalogue.MedicineClass;
import id.lumbung.pharmacy.licence.LicenceKind;
import id.lumbung.pharmacy.licence.Licences;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who hands a medicine over: a pharmacist what needs a prescription, a technician or a pharmacist
 * what is restricted. The licence counts that was valid at that outlet on the day of the sale.
 */
@Component
class LicenceRules {

    private final Licences licences;

    LicenceRules(Licences licences) {
        this.licences = licences;
    }

    Optional<Broken> broken(SoldMedicine sold) {
        var of = sold.medicine().medicineClass();
        if (of.needsPrescription() && !isPharmacist(sold, sold.sale().pharmacist())) {
            return broken(
                    sold,
                    "Harus diserahkan apoteker dengan SIPA yang berlaku di sini.",
                    "A pharmacist with a licence for this outlet has to hand it over.");
        }
        if (of == MedicineClass.RESTRICTED && !isLicensed(sold)) {
            return broken(
                    sold,
                    "Harus diserahkan TTK atau apoteker dengan izin yang berlaku di sini.",
                    "A technician or a pharmacist with a licence for this outlet has to hand it over.");
        }
        return Optional.empty();
    }

    private boolean isLicensed(SoldMedicine sold) {
        var sale = sold.sale();
        return isPharmacist(sold, sale.pharmacist())
                || Stream.of(LicenceKind.values())
                        .anyMatch(kind -> holds(sold, sale.soldBy(), kind));
    }

    private boolean isPharmacist(SoldMedicine sold, @Nullable UUID person) {
        return holds(sold, person, LicenceKind.PHARMACIST);
    }

    private boolean holds(SoldMedicine sold, @Nullable UUID person, LicenceKind kind) {
        var sale = sold.sale();
        return person != null
                && licences.isHeld(sale.cooperativeId(), sale.outletId(), person, kind, sold.day());
    }

    private static Optional<Broken> broken(SoldMedicine sold, String indonesian, String english) {
        var figures = Map.of("quantity", sold.quantity());
        return Optional.of(
                new Broken(
                        SaleDiscrepancy.NO_VALID_LICENCE,
                        sold.place(),
                        figures,
                        indonesian,
                        english));
    }
}
