package id.lumbung.pharmacy.sale;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * On what medicines were handed over that nobody may simply buy: a prescription, or the
 * pharmacist's own right to give some of them (OWA).
 *
 * @param prescription its number or mark
 * @param copy whether it is a copy
 * @param patient for whom, where it is no member: kept here and told to nobody
 * @param earlier whether a prescription of the same medicine is on file
 */
public record Grounds(
        @Nullable @Size(max = 60) String prescription,
        @Nullable Boolean copy,
        @Nullable @Size(max = 100) String patient,
        @Nullable Boolean earlier) {

    static final Grounds NONE = new Grounds(null, null, null, null);

    boolean hasPrescription() {
        return prescription != null && !prescription.isBlank();
    }

    boolean isCopy() {
        return Boolean.TRUE.equals(copy);
    }

    boolean namesPatient() {
        return patient != null && !patient.isBlank();
    }

    boolean isRepeat() {
        return Boolean.TRUE.equals(earlier);
    }
}
