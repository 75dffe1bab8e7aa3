package id.lumbung.pharmacy.licence;

/** What a licence lets its holder hand over. */
public enum LicenceKind {
    /** SIPA of a pharmacist (apoteker): everything that the outlet may. */
    PHARMACIST,
    /** Of a pharmacy technician (TTK): what needs no prescription. */
    TECHNICIAN
}
