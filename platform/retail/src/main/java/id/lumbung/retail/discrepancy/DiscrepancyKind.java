package id.lumbung.retail.discrepancy;

import id.lumbung.backbone.security.Role;
import java.util.Set;

/** A kind of discrepancy. Implemented by enums: retail's own, and one of each kind of shop. */
public interface DiscrepancyKind {

    /** Unique among all kinds; stored, so it is never changed. */
    String name();

    /** What a shopkeeper reads. */
    String indonesian();

    String english();

    /** Who may settle it. */
    Set<Role> settledBy();
}
