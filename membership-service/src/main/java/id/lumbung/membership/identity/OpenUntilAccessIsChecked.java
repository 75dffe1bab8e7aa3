package id.lumbung.membership.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * DELETE THIS when the backbone's chain checks access: until then whoever calls is let through, and
 * a token is read where one is given.
 */
@Configuration(proxyBeanMethods = false)
class OpenUntilAccessIsChecked {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
