package id.lumbung.pharmacy.sale;

import static id.lumbung.pharmacy.sale.SaleDiscrepancy.CLASS_NOT_AT_OUTLET;
import static id.lumbung.pharmacy.sale.SaleDiscrepancy.ORIGINAL_PRESCRIPTION_NEEDED;
import static id.lumbung.pharmacy.sale.SaleDiscrepancy.OWA_LIMIT;
import static id.lumbung.pharmacy.sale.SaleDiscrepancy.OWA_PATIENT_MISSING;
import static id.lumbung.pharmacy.sale.SaleDiscrepancy.OWA_REPEAT_ONLY;
import static id.lumbung.pharmacy.sale.SaleDiscrepancy.PRESCRIPTION_MISSING;

import id.lumbung.pharmacy.licence.Capability;
import java.util.Map;
import java.util.Optional;

/**
 * Where and on what a medicine is handed over. A drug counter hands over none that needs a
 * prescription. A pharmacy does on a prescription, narcotics and psychotropics on the original
 * alone; and without one what the list of the pharmacist's own right (OWA) names, in the strength
 * and up to the quantity that it names.
 */
final class PrescriptionRules {

    private PrescriptionRules() {}

    static Optional<Broken> broken(SoldMedicine sold) {
        var of = sold.medicine().medicineClass();
        if (!of.needsPrescription()) {
            return Optional.empty();
        }
        if (sold.capability() != Capability.APOTEK) {
            return broken(
                    sold,
                    CLASS_NOT_AT_OUTLET,
                    "Arahkan ke apotek.",
                    "Send the customer to a pharmacy.");
        }
        if (!of.isControlled()) {
            return sold.grounds().hasPrescription() ? Optional.empty() : withoutOne(sold);
        }
        if (!sold.grounds().hasPrescription()) {
            return noPrescription(sold);
        }
        return sold.grounds().isCopy()
                ? broken(
                        sold,
                        ORIGINAL_PRESCRIPTION_NEEDED,
                        "Minta resep aslinya.",
                        "Ask for the original.")
                : Optional.empty();
    }

    private static Optional<Broken> withoutOne(SoldMedicine sold) {
        var limit = sold.medicine().owaLimit();
        if (limit.isEmpty()) {
            return noPrescription(sold);
        }
        var most = limit.getAsLong();
        if (sold.quantity() > most) {
            var source = sold.medicine().owaSource().orElse("OWA");
            var figures = Map.of("limit", most, "quantity", sold.quantity());
            return Optional.of(
                    new Broken(
                            OWA_LIMIT,
                            sold.place(),
                            figures,
                            "Paling banyak %d (%s).".formatted(most, source),
                            "At most %d (%s).".formatted(most, source)));
        }
        if (sold.medicine().isOwaRepeatOnly() && !sold.grounds().isRepeat()) {
            return broken(
                    sold,
                    OWA_REPEAT_ONLY,
                    "Yang pertama harus dengan resep.",
                    "The first supply needs a prescription.");
        }
        return sold.grounds().namesPatient() || sold.sale().memberId() != null
                ? Optional.empty()
                : broken(sold, OWA_PATIENT_MISSING, "Catat pasiennya.", "Record for whom it is.");
    }

    private static Optional<Broken> noPrescription(SoldMedicine sold) {
        return broken(
                sold,
                PRESCRIPTION_MISSING,
                "Minta resep, atau rujuk ke dokter.",
                "Ask for the prescription, or send the patient to a doctor.");
    }

    private static Optional<Broken> broken(
            SoldMedicine sold, SaleDiscrepancy kind, String indonesian, String english) {
        var figures = Map.of("quantity", sold.quantity());
        return Optional.of(new Broken(kind, sold.place(), figures, indonesian, english));
    }
}
