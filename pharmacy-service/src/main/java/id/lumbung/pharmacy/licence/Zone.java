package id.lumbung.pharmacy.licence;

import java.time.ZoneId;

/** The three zones of Indonesia: by its own an outlet's days begin and batches expire. */
public enum Zone {
    WIB("Asia/Jakarta"),
    WITA("Asia/Makassar"),
    WIT("Asia/Jayapura");

    private final ZoneId id;

    Zone(String id) {
        this.id = ZoneId.of(id);
    }

    public ZoneId id() {
        return id;
    }
}
