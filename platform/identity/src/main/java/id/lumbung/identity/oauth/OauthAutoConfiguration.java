package id.lumbung.identity.oauth;

import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import id.lumbung.identity.ConditionalOnOwnIssuer;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** The authorization server (OAuth 2.1, by Spring Security). Keeps no sessions. */
@AutoConfiguration
@ConditionalOnOwnIssuer
@EnableWebSecurity
@Import({
    AuthorizationDocuments.class,
    Authorizations.class,
    Clients.class,
    DeviceController.class,
    Devices.class,
    KeyBinding.class,
    LoginClaims.class,
    OutletCredentials.class,
    OutletCredentialsController.class,
    ReusedTokens.class,
    TokenClaims.class,
    TokenEndpoints.class
})
class OauthAutoConfiguration {

    /** Whoever logs in by a browser. */
    private static final Role[] PEOPLE =
            Arrays.stream(Role.values())
                    .filter(role -> role != Role.OUTLET && role != Role.SERVICE)
                    .toArray(Role[]::new);

    @Bean
    AccessTable credentialsTable() {
        return AccessTable.of(
                inCode(POST, "/outlets/{id}/credentials", BOARD, OPERATOR),
                inCode(POST, "/outlets/{id}/credentials/rotation", BOARD, OPERATOR),
                inCode(DELETE, "/outlets/{id}/credentials", BOARD, OPERATOR),
                inCode(GET, "/logins/{id}/devices", PEOPLE),
                inCode(DELETE, "/logins/{id}/devices/{jkt}", PEOPLE));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(
            @Value("${lumbung.security.issuer-uri}") String issuer,
            @Value("${lumbung.security.keyset-file:}") String keysetFile) {
        if (keysetFile.isBlank()) {
            throw new IllegalStateException(
                    "The keys that sign tokens are sealed with others. Say in which file those are, or are to be made, by LUMBUNG_KEYSET_FILE; keep it as long as the database.");
        }
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JwtEncoder encoder, TokenClaims claims, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(generator, new RefreshTokens(clock));
    }
}
