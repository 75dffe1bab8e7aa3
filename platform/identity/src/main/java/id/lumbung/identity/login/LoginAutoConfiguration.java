package id.lumbung.identity.login;

import static id.lumbung.backbone.security.AccessTable.open;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.identity.ConditionalOnOwnIssuer;
import id.lumbung.identity.IdentitySettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** The login of people, in a browser. Keeps no sessions. */
@AutoConfiguration
@ConditionalOnOwnIssuer
@Import({
    ClientAddresses.class,
    LoginCookies.class,
    LoginCookieContext.class,
    LoginDesk.class,
    LoginPages.class,
    LoginTemplates.class,
    LoginThrottle.class,
    PasswordPages.class,
    Passwords.class
})
class LoginAutoConfiguration {

    @Bean
    AccessTable loginPagesTable() {
        return AccessTable.of(
                open(GET, "/login"),
                open(GET, "/login/login.css"),
                open(GET, "/login/password"),
                open(POST, "/login/password"),
                open(GET, "/login/password/change"),
                open(POST, "/login/password/change"));
    }

    @Bean
    @Order(11)
    SecurityFilterChain loginChain(
            HttpSecurity http,
            LoginDesk desk,
            LoginPages pages,
            LoginCookieContext loggedIn,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer) {
        return http.securityMatcher("/login", "/login/**", "/logout")
                .authenticationManager(new ProviderManager(desk))
                .formLogin(form ->
                        form.loginPage("/login")
                                .authenticationDetailsSource(request -> request)
                                .successHandler(pages::succeeded)
                                .failureHandler(pages::failed))
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
                        it.contentSecurityPolicy(
                                policy -> policy.policyDirectives(LoginContentPolicy.of(settings))))
                .build();
    }

    private static CookieCsrfTokenRepository csrf(boolean secure) {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("lumbung_form");
        repository.setCookieCustomizer(
                cookie -> cookie.path("/login").secure(secure).sameSite("Lax"));
        return repository;
    }
}
