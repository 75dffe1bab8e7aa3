package id.lumbung.identity.login;

import id.lumbung.identity.IdentitySettings;
import java.util.stream.Collectors;

/** What the login's pages may load, and where they may lead. */
final class LoginContentPolicy {

    private LoginContentPolicy() {}

    /** Browsers follow a form's redirects only to where the policy lets it be sent. */
    static String of(IdentitySettings settings) {
        return settings.redirects().stream()
                .map(uri -> " %s://%s".formatted(uri.getScheme(), uri.getRawAuthority()))
                .distinct()
                .collect(
                        Collectors.joining(
                                "",
                                "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
                                ""));
    }
}
