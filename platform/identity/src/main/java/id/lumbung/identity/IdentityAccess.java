package id.lumbung.identity;

import static id.lumbung.backbone.security.AccessTable.inside;
import static id.lumbung.backbone.security.AccessTable.nowhere;
import static id.lumbung.backbone.security.AccessTable.open;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may give logins and credentials, and take them. */
@OwnIdentity
@Configuration(proxyBeanMethods = false)
class IdentityAccess {

    @Bean
    AccessTable identityTable() {
        return AccessTable.of(
                inside(PUT, "/people/{id}", BOARD, OPERATOR),
                query(GET, "/people", BOARD, OPERATOR),
                inside(PUT, "/people/{id}/password-reset", BOARD, OPERATOR),
                inside(PUT, "/people/{id}/unlock", BOARD, OPERATOR),
                inside(PUT, "/people/{id}/revocation", BOARD, OPERATOR),
                inside(DELETE, "/people/{id}/revocation", BOARD, OPERATOR),
                inside(POST, "/outlets/{id}/credentials", BOARD, OPERATOR),
                inside(POST, "/outlets/{id}/credentials/rotation", BOARD, OPERATOR),
                inside(DELETE, "/outlets/{id}/credentials", BOARD, OPERATOR),
                nowhere(POST, "/keys/rotation", OPERATOR),
                nowhere(GET, "/userinfo", Role.values()),
                open(GET, "/login"),
                open(GET, "/login/login.css"),
                open(GET, "/login/password"),
                open(POST, "/login/password"),
                open(GET, "/login/password/change"),
                open(POST, "/login/password/change"));
    }
}
