package id.lumbung.pharmacy.licence;

/** What kind of shop an outlet is, by its licence. */
public enum Capability {
    /** A drug counter (gerai obat): medicines that need no prescription. */
    GERAI_OTC,
    /** A pharmacy, with a pharmacist. */
    APOTEK
}
