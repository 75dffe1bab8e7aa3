package id.lumbung.membership.cooperative;

import java.time.ZoneId;

/** The three zones of Indonesia; a cooperative's days and book year begin by its own. */
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
