package id.lumbung.pharmacy.licence;

/** How far an outlet has come. Only one that is not open is kept from selling. */
public enum OutletStatus {
    NOT_OPEN,
    TRIAL,
    OPEN
}
