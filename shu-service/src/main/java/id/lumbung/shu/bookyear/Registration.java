package id.lumbung.shu.bookyear;

import id.lumbung.backbone.event.Event.CooperativeKind;
import java.time.ZoneId;

/** Where a cooperative is, and whether it is a village's or a ward's. */
record Registration(ZoneId zone, CooperativeKind kind) {

    private static final ZoneId WHERE_NOT_KNOWN = ZoneId.of("Asia/Jakarta");
    static final Registration UNKNOWN = new Registration(WHERE_NOT_KNOWN, CooperativeKind.VILLAGE);

    /** As the entry of a registration has it: the zone, then the kind. */
    static Registration of(String detail) {
        var parts = detail.split(" ", 2);
        return new Registration(
                ZoneId.of(parts[0]),
                parts.length == 1 ? CooperativeKind.VILLAGE : CooperativeKind.valueOf(parts[1]));
    }
}
