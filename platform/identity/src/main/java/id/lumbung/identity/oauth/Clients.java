package id.lumbung.identity.oauth;

import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The programs that may ask for tokens: the page and the launcher for a person who logs in, the
 * outlets' apps, and our own services, whose secrets stand in the settings.
 */
class Clients implements RegisteredClientRepository {

    private static final Duration CODE_TIME = Duration.ofMinutes(2);

    /** For people: the gateway's page, and the launcher. It has no secret. */
    static final String CONSOLE = "lumbung-console";

    /** What a service may ask of the others, and no more. */
    private static final Map<String, Set<String>> SCOPES =
            Map.of(
                    "membership", Set.of("dues.read"),
                    "pharmacy", Set.of(),
                    "clinic", Set.of(),
                    "shu", Set.of("reconciliation.read", "members.read", "deposits.reverse"));

    /** For people at an outlet, on its phones. */
    static final String OUTLET_APP = "lumbung-gerai";

    /** For members, on their own phones. */
    static final String MEMBER_APP = "lumbung-anggota";

    /** What a token for an app may say that its holder is; a phone is lost more easily. */
    static final String ROLES = "lumbung.roles";

    static final String ROLE = "lumbung.role";
    static final String OUTLET = "lumbung.outlet";
    static final String COOPERATIVE = "lumbung.cooperative";

    private final MongoOperations mongo;
    private final IdentitySettings settings;
    private final Map<String, RegisteredClient> programs;
    private final Map<String, RegisteredClient> services = new HashMap<>();

    Clients(
            MongoOperations mongo,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer) {
        this.mongo = mongo;
        this.settings = settings;
        this.programs =
                Map.of(
                        CONSOLE,
                        console(issuer, settings),
                        OUTLET_APP,
                        app(
                                OUTLET_APP,
                                Set.of(Role.CASHIER, Role.PHARMACIST, Role.CLINICIAN, Role.MANAGER),
                                List.of("/kasir/", "/klinik/", "/posyandu/"),
                                issuer,
                                settings),
                        MEMBER_APP,
                        app(
                                MEMBER_APP,
                                Set.of(Role.MEMBER),
                                List.of("/anggota/"),
                                issuer,
                                settings));
        settings.serviceClients()
                .forEach((name, client) -> {
                    var _ = services.put(name, service(name, client.secret()));
                });
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        var program = programs.get(clientId);
        if (program != null) {
            return program;
        }
        return clientId.startsWith(OutletClient.PREFIX)
                ? outlet(clientId.substring(OutletClient.PREFIX.length()))
                : services.get(clientId);
    }

    /** Whether the logins through a program are bound to a key of the phone on which it runs. */
    static boolean isKeyBound(String clientId) {
        return clientId.equals(OUTLET_APP) || clientId.equals(MEMBER_APP);
    }

    /** Never asked of us: clients are placed and withdrawn at their own addresses. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are kept by those who administer them");
    }

    private @Nullable RegisteredClient outlet(String id) {
        final UUID outletId;
        try {
            outletId = UUID.fromString(id);
        } catch (IllegalArgumentException _) {
            return null;
        }
        var outlet = mongo.findById(outletId, OutletClient.class);
        if (outlet == null || outlet.isRevoked() || !outlet.id().toString().equals(id)) {
            return null;
        }
        return confidential(outlet.clientId(), outlet.secretHash())
                .clientSettings(
                        ClientSettings.builder()
                                .setting(ROLE, Role.OUTLET)
                                .setting(OUTLET, outlet.id())
                                .setting(COOPERATIVE, outlet.cooperativeId())
                                .build())
                .build();
    }

    private RegisteredClient service(String name, String secret) {
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

    private static RegisteredClient console(String issuer, IdentitySettings settings) {
        return withoutSecret(CONSOLE, issuer, settings)
                .clientSettings(withProofKey().build())
                .tokenSettings(
                        TokenSettings.builder()
                                .authorizationCodeTimeToLive(CODE_TIME)
                                .accessTokenTimeToLive(settings.accessTime())
                                .refreshTokenTimeToLive(settings.refreshTime())
                                .reuseRefreshTokens(false)
                                .build())
                .build();
    }

    /** Its refresh token is of no use without the phone's key, and is good again and again. */
    private static RegisteredClient app(
            String name,
            Set<Role> roles,
            List<String> pages,
            String issuer,
            IdentitySettings settings) {
        return withoutSecret(name, issuer, settings)
                .redirectUris(uris -> pages.forEach(page -> uris.add(issuer + page)))
                .clientSettings(withProofKey().setting(ROLES, roles).build())
                .tokenSettings(
                        TokenSettings.builder()
                                .authorizationCodeTimeToLive(CODE_TIME)
                                .accessTokenTimeToLive(settings.accessTime())
                                .refreshTokenTimeToLive(settings.deviceRefreshTime())
                                .reuseRefreshTokens(true)
                                .build())
                .build();
    }

    private static ClientSettings.Builder withProofKey() {
        return ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false);
    }

    private static RegisteredClient.Builder withoutSecret(
            String name, String issuer, IdentitySettings settings) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(issuer + "/")
                .redirectUris(uris ->
                        settings.redirects().stream().map(URI::toString).forEach(uris::add));
    }
}
