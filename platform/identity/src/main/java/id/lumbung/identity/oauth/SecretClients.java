package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.Secrets;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that have a secret and act for themselves: outlets' apps, and our own services. */
final class SecretClients {

    /** What a service may ask of the others, and no more. */
    private static final Map<String, Set<String>> SCOPES =
            Map.of(
                    "membership", Set.of("dues.read"),
                    "pharmacy", Set.of(),
                    "clinic", Set.of(),
                    "shu", Set.of("reconciliation.read", "members.read", "deposits.reverse"));

    static final String ROLE = "lumbung.role";
    static final String OUTLET = "lumbung.outlet";
    static final String COOPERATIVE = "lumbung.cooperative";

    private final IdentitySettings settings;

    SecretClients(IdentitySettings settings) {
        this.settings = settings;
    }

    RegisteredClient outlet(OutletClient outlet) {
        return confidential(outlet.clientId(), outlet.secretHash())
                .clientSettings(
                        ClientSettings.builder()
                                .setting(ROLE, Role.OUTLET)
                                .setting(OUTLET, outlet.id())
                                .setting(COOPERATIVE, outlet.cooperativeId())
                                .build())
                .build();
    }

    RegisteredClient service(String name, String secret) {
        return confidential(name, Secrets.hash(secret))
                .scopes(scopes -> scopes.addAll(SCOPES.getOrDefault(name, Set.of())))
                .clientSettings(ClientSettings.builder().setting(ROLE, Role.SERVICE).build())
                .build();
    }

    private RegisteredClient.Builder confidential(String clientId, String secretHash) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(secretHash)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(settings.accessTime())
                                .build());
    }
}
