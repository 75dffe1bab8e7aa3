package id.lumbung.backbone.security;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and through which client; ids only. Stands beside every change of state.
 *
 * @param subject the person, or the client where it acts for itself
 * @param client through which it was done; null where it is not known
 */
public record Actor(String subject, @Nullable String client) {

    /** Nobody has said who it is. */
    public static final Actor UNKNOWN = new Actor("unknown", null);

    /** Whoever makes the request that is being answered. */
    public static Actor current() {
        return UNKNOWN;
    }
}
