package id.lumbung.backbone.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is a cooperative's, and may be an outlet's and a member's. */
public interface Owned {

    UUID cooperativeId();

    /** Null, or the cooperative's own id, for what is its office's. */
    default @Nullable UUID outletId() {
        return null;
    }

    /** Null for what is nobody's in particular. */
    default @Nullable UUID memberId() {
        return null;
    }
}
