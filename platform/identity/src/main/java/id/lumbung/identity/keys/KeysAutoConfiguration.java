package id.lumbung.identity.keys;

import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.identity.ConditionalOnOwnIssuer;
import id.lumbung.identity.IdentitySettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** The keys that sign tokens. */
@AutoConfiguration
@ConditionalOnOwnIssuer
@EnableConfigurationProperties(IdentitySettings.class)
@Import({IssuerSigningKeys.class, KeyController.class})
class KeysAutoConfiguration {

    @Bean
    AccessTable keysTable() {
        return AccessTable.of(platform(POST, "/keys/rotation", OPERATOR));
    }

    @Bean
    JwtEncoder jwtEncoder(IssuerSigningKeys keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(keys::signing);
        return encoder;
    }
}
