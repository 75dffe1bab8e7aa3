package id.lumbung.identity.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param hash as the delegating encoder writes it
 * @param oneTimeUntil until when it can be used, once, to choose another; null for one that its
 *     owner chose
 * @param setAt tokens and cookies from before are over; the moment of a revocation counts, too
 */
public record Password(String hash, @Nullable Instant oneTimeUntil, Instant setAt) {

    /** One that its owner chose. */
    public static Password chosen(String hash, Instant now) {
        return new Password(hash, null, now);
    }

    /** The same, but what was given for it until now is over. */
    Password overAt(Instant now) {
        return new Password(hash, oneTimeUntil, now);
    }

    /** Says nothing of the hash. */
    @Override
    public String toString() {
        return "Password";
    }
}
