package id.lumbung.retail.stock;

/** Where in a shop goods are. Only what is on the shelf is ever handed over. */
public enum Place {
    SHELF,
    /** Brought back by customers, apart from what is sold. */
    RETURNED,
    DAMAGED
}
