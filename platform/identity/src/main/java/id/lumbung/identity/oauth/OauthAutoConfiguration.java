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
import id.lumbung.identity.Secrets;
import id.lumbung.identity.dpop.DpopFilter;
import id.lumbung.identity.dpop.ProofCheck;
import id.lumbung.identity.dpop.ProofNonces;
import id.lumbung.identity.login.Continuation;
import id.lumbung.identity.login.LoginCookieContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerMetadataEndpointConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

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
    OutletCredentials.class,
    OutletCredentialsController.class,
    ReusedTokens.class,
    TokenClaims.class
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
    @Order(10)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            Clients clients,
            LoginCookieContext loggedIn,
            ProofCheck proofs,
            ProofNonces nonces,
            Clock clock) {
        // No bean: whoever reads tokens would take a bean of its kind for the way to read them.
        var refresh = new RefreshTokens(clients, clock);
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server ->
                        server.authorizationServerMetadataEndpoint(
                                        OauthAutoConfiguration::sayWhichProofs)
                                .clientAuthentication(proof ->
                                        proof.authenticationConverter(refresh)
                                                .authenticationProvider(refresh)
                                                .authenticationProviders(providers ->
                                                        providers.forEach(
                                                                OauthAutoConfiguration
                                                                        ::hashAsWeDo))))
                .addFilterBefore(
                        new DpopFilter(Clients::isKeyBound, proofs, nonces), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(loggedIn))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(it -> it.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(OauthAutoConfiguration::toTheLogin))
                .build();
    }

    private static void sayWhichProofs(OAuth2AuthorizationServerMetadataEndpointConfigurer it) {
        var _ =
                it.authorizationServerMetadataCustomizer(metadata ->
                        metadata.claim("dpop_signing_alg_values_supported", List.of("ES256")));
    }

    /** Clients' secrets are of our own drawing; see {@link Secrets}. */
    private static void hashAsWeDo(Object provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new Secrets());
        }
    }

    private static void toTheLogin(
            HttpServletRequest request,
            HttpServletResponse response,
            @SuppressWarnings("unused") AuthenticationException reason)
            throws IOException {
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getRequestURI().equals("/oauth2/authorize")) {
            response.sendRedirect(Continuation.loginFor(request));
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
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
    OAuth2TokenGenerator<?> tokenGenerator(
            JwtEncoder encoder, TokenClaims claims, Clients clients, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(generator, new RefreshTokens(clients, clock));
    }
}
