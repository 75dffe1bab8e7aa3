package id.lumbung.pharmacy.catalogue;

/** The legal class of a product in a pharmacy: who may hand it over, where, and on what. */
public enum MedicineClass {
    /** Obat bebas, green. */
    OVER_THE_COUNTER,
    /** Obat bebas terbatas, blue, with a warning. */
    RESTRICTED,
    /** Obat keras, red K. */
    PRESCRIPTION_ONLY,
    PSYCHOTROPIC,
    NARCOTIC,
    TRADITIONAL,
    SUPPLEMENT,
    DEVICE;

    /** Whether it is handed over on a prescription, or by a pharmacist's own right. */
    public boolean needsPrescription() {
        return this == PRESCRIPTION_ONLY || isControlled();
    }

    /** Whether every movement of it is reported: narcotics and psychotropics. */
    public boolean isControlled() {
        return this == PSYCHOTROPIC || this == NARCOTIC;
    }
}
