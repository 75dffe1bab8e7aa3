package id.lumbung.identity.oauth;

import id.lumbung.identity.Secrets;
import id.lumbung.identity.dpop.DpopFilter;
import id.lumbung.identity.dpop.ProofCheck;
import id.lumbung.identity.dpop.ProofNonces;
import id.lumbung.identity.login.LoginCookieContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerMetadataEndpointConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The addresses at which programs ask for tokens, and what is asked of them there. */
@Configuration(proxyBeanMethods = false)
class TokenEndpoints {

    @Bean
    @Order(10)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            Clients clients,
            LoginCookieContext loggedIn,
            ProofCheck proofs,
            ProofNonces nonces) {
        // No bean: whoever reads tokens would take a bean of its kind for the way to read them.
        var withoutSecret = new ClientsWithoutSecret(clients);
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server ->
                        server.authorizationServerMetadataEndpoint(TokenEndpoints::sayWhichProofs)
                                .clientAuthentication(proof ->
                                        proof.authenticationConverter(withoutSecret)
                                                .authenticationProvider(withoutSecret)
                                                .authenticationProviders(providers ->
                                                        providers.forEach(
                                                                TokenEndpoints::hashAsWeDo))))
                .addFilterBefore(new DpopFilter(PhoneApp::is, proofs, nonces), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(loggedIn))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(it -> it.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(it -> it.authenticationEntryPoint(new ToTheLogin()))
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
}
