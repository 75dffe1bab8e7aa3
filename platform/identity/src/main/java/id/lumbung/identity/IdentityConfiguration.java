package id.lumbung.identity;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * The authorization server (OAuth 2.1, by Spring Security) and the login of people. Keeps no
 * sessions.
 */
@OwnIdentity
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {

    @Bean
    @Order(10)
    SecurityFilterChain tokens(HttpSecurity http, Clients clients, LoggedIn loggedIn, Clock clock) {
        // No bean: whoever reads tokens would take a bean of its kind for the way to read them.
        var renewal = new Renewal(clients, clock);
        return http.securityMatcher("/oauth2/**", "/.well-known/**")
                .oauth2AuthorizationServer(server ->
                        server.clientAuthentication(proof ->
                                proof.authenticationConverter(renewal)
                                        .authenticationProvider(renewal)
                                        .authenticationProviders(providers ->
                                                providers.stream()
                                                        .filter(
                                                                ClientSecretAuthenticationProvider
                                                                                .class
                                                                        ::isInstance)
                                                        .map(
                                                                ClientSecretAuthenticationProvider
                                                                                .class
                                                                        ::cast)
                                                        .forEach(it ->
                                                                it.setPasswordEncoder(
                                                                        new Secrets())))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .securityContext(context -> context.securityContextRepository(loggedIn))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(it -> it.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(it ->
                        it.authenticationEntryPoint((request, response, _) -> {
                            if (HttpMethod.GET.matches(request.getMethod())
                                    && request.getRequestURI().equals("/oauth2/authorize")) {
                                response.sendRedirect(LoginPages.loginFor(request));
                            } else {
                                response.sendError(HttpStatus.NOT_FOUND.value());
                            }
                        }))
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain logins(
            HttpSecurity http,
            LoginDesk desk,
            LoginPages pages,
            LoggedIn loggedIn,
            People people,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer) {
        return http.securityMatcher("/login", "/login/**", "/logout")
                .authenticationManager(new ProviderManager(desk))
                .formLogin(form ->
                        form.loginPage("/login")
                                .authenticationDetailsSource(request -> request)
                                .successHandler((request, response, login) ->
                                        pages.succeeded(
                                                request,
                                                response,
                                                people.find(UUID.fromString(login.getName()))
                                                        .orElseThrow()))
                                .failureHandler((request, response, failure) ->
                                        LoginPages.failed(
                                                request,
                                                response,
                                                failure instanceof LoginRefused refused
                                                        ? refused
                                                        : LoginRefused.wrong())))
                .logout(it ->
                        it.deleteCookies(LoginCookies.LOGIN).logoutSuccessUrl("/").permitAll())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .securityContext(context -> context.securityContextRepository(loggedIn))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(it -> it.requestCache(new NullRequestCache()))
                .csrf(it ->
                        it.csrfTokenRepository(csrf(issuer.startsWith("https:")))
                                .ignoringRequestMatchers("/logout"))
                .headers(it ->
                        it.contentSecurityPolicy(policy ->
                                policy.policyDirectives(
                                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
                                                + origins(settings))))
                .build();
    }

    private static CookieCsrfTokenRepository csrf(boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("lumbung_form");
        repository.setCookieCustomizer(
                cookie -> cookie.path("/login").secure(secure).sameSite("Lax"));
        return repository;
    }

    /** Browsers follow a form's redirects only to where the policy lets it be sent. */
    private static String origins(IdentitySettings settings) {
        return settings.redirects().stream()
                .map(uri -> " %s://%s".formatted(uri.getScheme(), uri.getRawAuthority()))
                .distinct()
                .collect(Collectors.joining());
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
    JwtEncoder jwtEncoder(SigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(
            JwtEncoder encoder, TokenClaims claims, Clients clients, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(generator, new Renewal(clients, clock));
    }
}
