package id.lumbung.edge.token;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Makes what checks tokens, unless it is said openly that nobody's are. */
@AutoConfiguration
@EnableConfigurationProperties(TokenSettings.class)
final class TokenAutoConfiguration {

    @Bean
    @ConditionalOnProperty(
            prefix = "lumbung.security",
            name = "open",
            havingValue = "false",
            matchIfMissing = true)
    TokenVerifier tokenVerifier(TokenSettings settings, ObjectProvider<Clock> clock) {
        var issuer = settings.issuerUri();
        if (issuer == null) {
            throw new IllegalStateException("Settings without an issuer are not made");
        }
        return new TokenVerifier(issuer, settings, clock.getIfAvailable(Clock::systemUTC));
    }
}
