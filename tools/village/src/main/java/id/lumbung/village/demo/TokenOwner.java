package id.lumbung.village.demo;

import id.lumbung.launcher.login.Login;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose token is asked for: somebody of the demo's village, or an outlet's app. */
final class TokenOwner {

    @Option(
            names = "--as",
            paramLabel = "ROLE",
            description = "Of someone with this role: ${COMPLETION-CANDIDATES}.")
    private @Nullable Role role;

    @Option(names = "--outlet", paramLabel = "ID", description = "Of this outlet's app.")
    private @Nullable UUID outlet;

    Login login(VillageLogins logins) {
        return outlet != null
                ? logins.callers().outletLogin(outlet)
                : logins.of(role == null ? Role.OPERATOR : role);
    }
}
