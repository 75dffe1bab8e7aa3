package id.lumbung.pharmacy.catalogue;

import java.util.Objects;

/** What is said of a medicine must not contradict itself. */
final class TraitRules {

    private TraitRules() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal naming what contradicts what
     */
    static void require(MedicineTraits traits) {
        var of = traits.medicineClass();
        if (traits.nie() != null) {
            Nie.require(traits.nie(), of);
        }
        if (traits.warning() != null && of != MedicineClass.RESTRICTED) {
            throw MedicineRule.WARNING_OF_ANOTHER_CLASS.because(
                    "Peringatan %s hanya untuk obat bebas terbatas.".formatted(traits.warning()),
                    "The warning %s is for restricted medicines only.".formatted(traits.warning()));
        }
        if (traits.owaLimit() != null && of != MedicineClass.PRESCRIPTION_ONLY) {
            throw MedicineRule.OWA_OF_ANOTHER_CLASS.because(
                    "Batas OWA hanya untuk obat keras.",
                    "A limit without prescription (OWA) is for prescription-only medicines only.");
        }
        if (Objects.isNull(traits.owaLimit()) != Objects.isNull(traits.owaSource())) {
            throw MedicineRule.OWA_WITHOUT_SOURCE.because(
                    "Batas OWA dan sumbernya (misalnya 'DOWA 3') harus diisi bersama.",
                    "The limit without prescription and its source ('DOWA 3') go together.");
        }
    }
}
