package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.util.Map;

/** Who asks, as the environment says it. */
final class EnvironmentLogin {

    private EnvironmentLogin() {}

    /**
     * @throws UserError if it says nothing
     */
    static Login of(String gateway, Map<String, String> environment) {
        var token = environment.get("LUMBUNG_TOKEN");
        var client = environment.get("LUMBUNG_CLIENT_ID");
        var secret = environment.get("LUMBUNG_CLIENT_SECRET");
        if (token != null) {
            return Login.with(token);
        }
        if (client != null && secret != null) {
            var server = new LoginServer(gateway);
            return new Login(_ -> server.ofClient(client, secret));
        }
        throw new UserError(
                "Say who asks at %s: set LUMBUNG_TOKEN, or LUMBUNG_CLIENT_ID and LUMBUNG_CLIENT_SECRET, in the environment."
                        .formatted(gateway));
    }
}
