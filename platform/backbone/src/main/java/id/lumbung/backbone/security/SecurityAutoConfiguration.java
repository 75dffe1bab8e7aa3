package id.lumbung.backbone.security;

import id.lumbung.edge.token.TokenVerifier;
import jakarta.servlet.DispatcherType;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a service a resource server that checks for itself: every request needs a token, and every
 * address a row in a table.
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@EnableConfigurationProperties({WebSettings.class, ServiceLoginSettings.class})
@Import({BodyOwnershipCheck.class, UncheckedAnswerGuard.class})
public class SecurityAutoConfiguration {

    private static final int AFTER_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** All a service's tables as one. */
    public record Access(AccessTable table) {}

    @Bean
    Access access(ObjectProvider<AccessTable> tables) {
        return new Access(AccessTable.of(tables.orderedStream()));
    }

    @Bean
    ApiDocument apiDocument(Access access) {
        return new ApiDocument(access.table());
    }

    @Bean
    NestedSchemaNames nestedSchemaNames() {
        return new NestedSchemaNames();
    }

    @Bean
    ProblemEntryPoint problemEntryPoint() {
        return new ProblemEntryPoint();
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(WebSettings settings) {
        var filter =
                new FilterRegistrationBean<>(
                        new BodyLimitFilter(
                                settings.maxBody().toBytes(),
                                settings.maxTotalBody().toBytes(),
                                settings.bodyTimeout()));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    /** The last of a service's chains: what no other takes. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain resourceServer(
            HttpSecurity http,
            TokenVerifier tokens,
            Access access,
            ProblemEntryPoint problems,
            WebSettings settings) {
        var check = new TokenAuthentication(tokens);
        var open =
                access.table().rows().stream()
                        .filter(row -> row.where() == AccessTable.Where.OPEN)
                        .map(AccessTable.Row::pattern)
                        .toArray(String[]::new);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(it ->
                        it.defaultsDisabled().cacheControl(_ -> {}).contentTypeOptions(_ -> {}))
                .oauth2ResourceServer(it ->
                        it.authenticationManagerResolver(_ -> check)
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems))
                .exceptionHandling(
                        it -> it.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(it -> {
                    it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    if (open.length > 0) {
                        it.requestMatchers(open).permitAll();
                    }
                    it.requestMatchers("/actuator/health", "/actuator/health/*").permitAll();
                    if (settings.openMetrics()) {
                        it.requestMatchers("/actuator/prometheus").permitAll();
                    }
                    it.requestMatchers("/actuator/prometheus")
                            .hasAnyAuthority("ROLE_" + Role.OPERATOR, "SCOPE_metrics.read");
                    it.requestMatchers("/actuator", "/actuator/**").hasRole(Role.OPERATOR.name());
                    it.anyRequest().authenticated();
                })
                .build();
    }

    /** Requests are counted once, by what they were answered. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer accessCheck(Access access) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new AccessCheck(access.table()))
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** Where this service has a client of its own, its calls to other services carry its token. */
    @Bean
    RestClientCustomizer serviceLogin(ServiceLoginSettings settings, ObjectProvider<Clock> clock) {
        return serviceLogin(settings, clock.getIfAvailable(Clock::systemUTC));
    }

    static RestClientCustomizer serviceLogin(ServiceLoginSettings settings, Clock clock) {
        var tokenUri = settings.tokenUri();
        var client = settings.clientId();
        var secret = settings.clientSecret();
        if (tokenUri == null || tokenUri.isBlank() || secret == null || secret.isBlank()) {
            return _ -> {};
        }
        if (client == null || client.isBlank()) {
            throw new IllegalStateException(
                    "This service's login to the others has a secret and a token-uri, but names no client: set lumbung.service-login.client-id (LUMBUNG_CLIENT_ID), or leave LUMBUNG_CLIENT_ID unset for the service's own name.");
        }
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        var login =
                new ServiceLogin(
                        new ServiceTokens(
                                RestClient.builder().requestFactory(requests).build(),
                                tokenUri,
                                client,
                                secret,
                                clock),
                        clock);
        return builder -> builder.requestInterceptors(them -> them.addAll(List.of(login)));
    }
}
