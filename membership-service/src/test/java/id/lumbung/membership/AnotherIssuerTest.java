package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import id.lumbung.identity.accounts.Logins;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Where another issuer takes its place, nothing of ours is left, and the rest works as before. */
@ServiceTest
@TestPropertySource(
        properties = {"lumbung.identity.enabled=false", "lumbung.security.keyset-file="})
class AnotherIssuerTest {

    @Autowired private ApplicationContext context;

    @Test
    void nothingOfOursIsLeftAndTheOthersTokensCount() {
        try (var http = new Http(context)) {
            var operator = Tokens.as(Role.OPERATOR).token();
            var cooperative =
                    "{\"name\": \"KDMP\", \"villageCode\": \"35.10.14.2014\", \"kind\": \"VILLAGE\", \"zone\": \"WIB\"}";
            var path = "/cooperatives/" + UUID.randomUUID();
            assertThat(http.ask(Asked.put(path, cooperative), operator).status()).isEqualTo(200);
            for (var ours : new String[] {"/login", "/oauth2/jwks", "/userinfo"}) {
                assertThat(http.ask(Asked.get(ours), operator).status()).as(ours).isEqualTo(404);
                assertThat(http.ask(Asked.get(ours), "").status()).as(ours).isEqualTo(401);
            }
            assertThat(context.getBeanNamesForType(Logins.class)).isEmpty();
        }
    }
}
