package id.lumbung.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.testkit.Backends;
import id.lumbung.edge.token.TokenVerifier;
import id.lumbung.identity.Browser;
import id.lumbung.identity.HostSettings;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.IdentityHost;
import id.lumbung.identity.Office;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.data.mongodb.core.MongoOperations;

/** Tokens stay good when keys change, and on every instance. */
@HostTest
class IssuerSigningKeysTest {

    @Autowired private Office office;
    @Autowired private MongoOperations mongo;
    @Autowired private TokenVerifier check;

    @Value("${spring.mongodb.database}")
    private String database;

    @Value("${lumbung.security.keyset-file}")
    private String keysetFile;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void tokensStayGoodWhenTheKeysAreRotated() throws Exception {
        var before = Browser.read(office.browser().credentials("shu", HostSettings.SHU_SECRET));
        var rotated = Office.JSON.readTree(office.call("POST", "/keys/rotation").body());
        var after = Browser.read(office.browser().credentials("shu", HostSettings.SHU_SECRET));
        assertThat(after.keyId())
                .isEqualTo(rotated.path("id").asString())
                .isNotEqualTo(before.keyId());
        var shown = office.browser().get("/oauth2/jwks").body();
        assertThat(shown)
                .contains(before.keyId(), after.keyId())
                .doesNotContain("\"d\":", "\"p\":");
        assertThat(check.verify(before.access()).subject()).isEqualTo("shu");
        assertThat(check.verify(after.access()).subject()).isEqualTo("shu");
    }

    @Test
    void anotherInstanceSignsWithTheSameKeysAndTakesTheSameLogins() throws Exception {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var browser = office.browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        var untouched = HostSettings.newFile();
        var second =
                new SpringApplication(IdentityHost.class)
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + Backends.mongodb(),
                                "--spring.mongodb.database=" + database,
                                "--spring.kafka.bootstrap-servers=" + Backends.kafka(),
                                "--lumbung.security.keyset-file=" + keysetFile,
                                "--lumbung.security.issuer-uri=" + HostSettings.SERVER,
                                "--lumbung.security.jwk-set-uri="
                                        + HostSettings.SERVER
                                        + "/oauth2/jwks",
                                "--lumbung.security.audience=" + HostSettings.AUDIENCE,
                                "--lumbung.identity.first-password-file=" + untouched,
                                "--lumbung.identity.service-clients.shu.secret="
                                        + HostSettings.SHU_SECRET);
        try (second) {
            assertThat(untouched).as("there is an operator").doesNotExist();
            assertThat(second.getBean(TokenVerifier.class).verify(tokens.access()).subject())
                    .isEqualTo(cashier.id().toString());
            var there =
                    new Browser(
                            "http://127.0.0.1:"
                                    + second.getEnvironment().getProperty("local.server.port"),
                            "192.0.2.1");
            assertThat(there.get("/oauth2/jwks").body()).contains(tokens.keyId());
            var signed = Browser.read(there.credentials("shu", HostSettings.SHU_SECRET));
            assertThat(check.verify(signed.access()).subject()).isEqualTo("shu");
            assertThat(there.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
        }
        assertThat(mongo.getCollection("signingKeys").find().first().toJson())
                .doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void keysSealedWithAnotherKeysetAreNotTakenForNone() {
        var _ = office.browser().credentials("shu", HostSettings.SHU_SECRET);
        var keys = mongo.getCollection("signingKeys").countDocuments();
        var other =
                new SpringApplication(IdentityHost.class)
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + Backends.mongodb(),
                                "--spring.mongodb.database=" + database,
                                "--spring.kafka.bootstrap-servers=" + Backends.kafka(),
                                "--lumbung.security.keyset-file=" + HostSettings.newFile());
        try (other) {
            var port = other.getEnvironment().getProperty("local.server.port");
            var there = new Browser("http://127.0.0.1:" + port, "192.0.2.2");
            assertThat(there.get("/oauth2/jwks").statusCode()).isEqualTo(500);
            assertThatThrownBy(() -> other.getBean(IssuerSigningKeys.class).rotate())
                    .hasMessageContaining("LUMBUNG_KEYSET_FILE");
        }
        assertThat(mongo.getCollection("signingKeys").countDocuments()).isEqualTo(keys);
    }
}
