package id.lumbung.identity.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Through whose hands a login went: whoever saw its one-time password may hold it still.
 *
 * @param givenBy the subject to whom its last one-time password was shown
 * @param consentedBy the second person who consented to it since; null where none has
 */
record Origin(String givenBy, @Nullable String consentedBy) {

    /** Whether, for all that is known, a person may be using this login of another as well. */
    boolean mayBeHeldBy(String subject) {
        return givenBy.equals(subject) && (consentedBy == null || consentedBy.equals(subject));
    }
}
