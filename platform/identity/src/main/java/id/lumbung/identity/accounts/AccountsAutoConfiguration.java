package id.lumbung.identity.accounts;

import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import id.lumbung.identity.ConditionalOnOwnIssuer;
import id.lumbung.identity.IdentitySettings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The login accounts, and who may give and take them. */
@AutoConfiguration
@ConditionalOnOwnIssuer
@EnableConfigurationProperties(IdentitySettings.class)
@Import({
    AdministeredLogins.class,
    Consents.class,
    FirstOperators.class,
    LoginAccess.class,
    LoginAdministration.class,
    LoginController.class,
    LoginEvents.class,
    LoginSafeguards.class,
    Logins.class,
    MemberLogins.class,
    OneTimePasswords.class,
    RolesThatFit.class,
    SafeguardController.class,
    SecondPerson.class,
    WhoAmIController.class
})
class AccountsAutoConfiguration {

    @Bean
    AccessTable loginsTable() {
        return AccessTable.of(
                inCode(PUT, "/logins/{id}", BOARD, OPERATOR),
                query(GET, "/logins", BOARD, SUPERVISOR, OPERATOR),
                platform(GET, "/logins/platform", OPERATOR),
                inCode(PUT, "/logins/{id}/consent", BOARD, SUPERVISOR, OPERATOR),
                inCode(PUT, "/logins/{id}/password-reset", BOARD, OPERATOR),
                inCode(PUT, "/logins/{id}/unlock", BOARD, OPERATOR),
                inCode(PUT, "/logins/{id}/revocation", BOARD, OPERATOR),
                inCode(DELETE, "/logins/{id}/revocation", BOARD, OPERATOR),
                platform(GET, "/userinfo", Role.values()));
    }
}
