package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.Issuer;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Another provider takes the place of the built-in one by configuration alone. */
@ServiceTest
class OtherIssuerTest {

    private static final Issuer OTHER = new Issuer();

    @Autowired private ApplicationContext context;

    @DynamicPropertySource
    static void itsAddress(DynamicPropertyRegistry properties) {
        properties.add("lumbung.security.issuer-uri", OTHER::uri);
        properties.add("lumbung.security.jwk-set-uri", () -> "");
    }

    @Test
    void itsTokensCountAndTheBuiltInOnesDoNot() {
        try (var http = new Http(context)) {
            var outlet = Tokens.as(OUTLET).in(UUID.randomUUID()).at(UUID.randomUUID());
            var asked = Asked.get("/sales/" + UUID.randomUUID());
            assertThat(http.ask(asked, outlet.of(OTHER).token()).status()).isEqualTo(404);
            assertThat(http.ask(asked, outlet.token()).status()).isEqualTo(401);
        }
    }
}
