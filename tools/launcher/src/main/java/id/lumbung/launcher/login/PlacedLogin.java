package id.lumbung.launcher.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A login as the office answers with it. */
record PlacedLogin(
        long version,
        @Nullable List<String> awaitingConsent,
        @Nullable String resetAskedBy,
        @Nullable String oneTimePassword) {

    /** Whether another operator has to consent. */
    boolean awaits() {
        return awaitingConsent != null && !awaitingConsent.isEmpty();
    }
}
