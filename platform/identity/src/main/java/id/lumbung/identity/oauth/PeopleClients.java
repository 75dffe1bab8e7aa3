package id.lumbung.identity.oauth;

import id.lumbung.identity.IdentitySettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The programs through which people log in. None has a secret: whoever has the program has that.
 */
final class PeopleClients {

    /** The gateway's page, and the launcher. */
    static final String CONSOLE = "lumbung-console";

    private static final Duration CODE_TIME = Duration.ofMinutes(2);

    private final String issuer;
    private final IdentitySettings settings;

    PeopleClients(String issuer, IdentitySettings settings) {
        this.issuer = issuer;
        this.settings = settings;
    }

    /** All of them, by their ids. */
    Map<String, RegisteredClient> all() {
        var all = new HashMap<String, RegisteredClient>();
        var _ = all.put(CONSOLE, console());
        for (var app : PhoneApp.values()) {
            var _ = all.put(app.clientId(), app(app));
        }
        return all;
    }

    private RegisteredClient console() {
        return withoutSecret(CONSOLE)
                .clientSettings(withProofKey().build())
                .tokenSettings(tokens(settings.refreshTime(), false))
                .build();
    }

    /** Its refresh token is of no use without the phone's key, and is good again and again. */
    private RegisteredClient app(PhoneApp app) {
        return withoutSecret(app.clientId())
                .redirectUris(uris -> app.pages().forEach(page -> uris.add(issuer + page)))
                .clientSettings(withProofKey().setting(PhoneApp.ROLES, app.roles()).build())
                .tokenSettings(tokens(settings.deviceRefreshTime(), true))
                .build();
    }

    private static ClientSettings.Builder withProofKey() {
        return ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
    }

    private RegisteredClient.Builder withoutSecret(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(issuer + "/")
                .redirectUris(uris ->
                        settings.redirects().stream().map(URI::toString).forEach(uris::add));
    }

    private TokenSettings tokens(Duration refreshTime, boolean reused) {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(CODE_TIME)
                .accessTokenTimeToLive(settings.accessTime())
                .refreshTokenTimeToLive(refreshTime)
                .reuseRefreshTokens(reused)
                .build();
    }
}
