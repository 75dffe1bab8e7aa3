package id.lumbung.identity.dpop;

import id.lumbung.identity.ConditionalOnOwnIssuer;
import id.lumbung.identity.IdentitySettings;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The proofs of programs whose logins are bound to a key. */
@AutoConfiguration
@ConditionalOnOwnIssuer
@Import({ProofNonces.class, UsedProofs.class})
class DpopAutoConfiguration {

    /** The token endpoint is asked for at the issuer's address, and at that of each page. */
    @Bean
    ProofCheck proofCheck(
            ProofNonces nonces,
            IdentitySettings settings,
            @Value("${lumbung.security.issuer-uri}") String issuer,
            Clock clock) {
        var pages =
                settings.redirects().stream()
                        .map(uri -> "%s://%s".formatted(uri.getScheme(), uri.getRawAuthority()));
        return new ProofCheck(nonces, Stream.concat(Stream.of(issuer), pages), clock);
    }
}
