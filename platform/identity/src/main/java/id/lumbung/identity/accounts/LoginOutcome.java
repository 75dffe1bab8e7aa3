package id.lumbung.identity.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A login as it stands after what was done to it.
 *
 * @param oneTimePassword null where no new one was drawn
 */
record LoginOutcome(Login login, @Nullable String oneTimePassword) {

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "LoginOutcome of " + login;
    }
}
