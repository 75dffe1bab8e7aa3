package id.lumbung.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.identity.Browser;
import id.lumbung.identity.HostSettings;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Outlets, services and people get the tokens that are theirs, over HTTP. */
@HostTest
class TokensTest {

    @Autowired private Office office;
    @Autowired private MongoOperations mongo;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void anOutletGetsATokenForItsSecretUntilThatIsRotatedOrRevoked() {
        var outlet = office.outlet(cooperative);
        var path = "/outlets/" + outlet + "/credentials";
        var given = office.call("POST", path);
        assertThat(given.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var first = Office.JSON.readTree(given.body());
        var id = first.path("clientId").asString();
        var secret = first.path("clientSecret").asString();
        assertThat(id).isEqualTo("outlet-" + outlet);
        Office.refused(office.call("POST", path), 409, "credentials-exist");

        var answer = office.browser().credentials(id, secret);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Browser.read(answer).claims();
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "client_id",
                        "exp",
                        "iat",
                        "jti",
                        "roles",
                        "cooperative_id",
                        "outlet_id");
        assertThat(claims.path("iss").asString()).isEqualTo(HostSettings.SERVER);
        assertThat(claims.path("sub").asString()).isEqualTo(id);
        assertThat(claims.path("client_id").asString()).isEqualTo(id);
        assertThat(claims.path("roles").toString()).isEqualTo("[\"OUTLET\"]");
        assertThat(claims.path("cooperative_id").asString()).isEqualTo(cooperative.toString());
        assertThat(claims.path("outlet_id").asString()).isEqualTo(outlet.toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(600L, 900L);
        assertThat(mongo.getCollection("outletClients").find().into(new ArrayList<>()).toString())
                .doesNotContain(secret);

        assertThat(office.browser().credentials(id, secret + "x").statusCode()).isEqualTo(401);
        assertThat(office.browser().credentials("outlet-" + UUID.randomUUID(), secret).statusCode())
                .isEqualTo(401);

        var second = Office.JSON.readTree(office.call("POST", path + "/rotation").body());
        var rotated = second.path("clientSecret").asString();
        assertThat(office.browser().credentials(id, secret).statusCode()).isEqualTo(401);
        assertThat(office.browser().credentials(id, rotated).statusCode()).isEqualTo(200);

        assertThat(office.call("DELETE", path).statusCode()).isEqualTo(204);
        assertThat(office.browser().credentials(id, rotated).statusCode()).isEqualTo(401);
        Office.refused(office.call("DELETE", path), 404, "no-credentials");
        assertThat(office.call("POST", path).statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceGetsTheScopesItNeedsAndNoOthers() {
        var answer = office.browser().credentials("shu", HostSettings.SHU_SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Browser.read(answer).claims();
        assertThat(claims.path("scope").asString())
                .isEqualTo("deposits.reverse members.read reconciliation.read");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"SERVICE\"]");
        assertThat(claims.has("cooperative_id")).isFalse();
        assertThat(office.browser().credentials("pharmacy", HostSettings.SHU_SECRET).statusCode())
                .isEqualTo(401);
        var more =
                office.browser()
                        .post(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", "shu",
                                        "client_secret", HostSettings.SHU_SECRET,
                                        "scope", "prescriptions.read"));
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("invalid_scope");
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var browser = office.browser();
        var code = browser.code(browser.login(cashier.username(), cashier.password()));
        assertThat(browser.exchange(code, "v".repeat(43)).body()).contains("invalid_grant");
        var answer = browser.exchange(code, browser.verifier());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var tokens = Browser.read(answer);
        assertThat(tokens.claims().path("sub").asString()).isEqualTo(cashier.id().toString());
        assertThat(tokens.claims().path("roles").toString()).isEqualTo("[\"CASHIER\"]");
        assertThat(tokens.claims().path("cooperative_id").asString())
                .isEqualTo(cooperative.toString());
        assertThat(browser.exchange(code, browser.verifier()).statusCode()).isEqualTo(400);
        assertThat(browser.refresh(tokens.refresh()).statusCode())
                .as("a code used twice was copied: what came of it ends")
                .isEqualTo(400);

        var without = browser.get(browser.authorize(""));
        assertThat(Browser.location(without)).contains("error=invalid_request");
        var elsewhere =
                browser.get(browser.authorize("c".repeat(43)).replace("127.0.0.1", "evil.example"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void otherServicesFindTheServerByItsIssuer() {
        var metadata =
                Office.JSON.readTree(
                        office.browser().get("/.well-known/oauth-authorization-server").body());
        assertThat(metadata.path("issuer").asString()).isEqualTo(HostSettings.SERVER);
        assertThat(metadata.path("token_endpoint").asString())
                .isEqualTo(HostSettings.SERVER + "/oauth2/token");
        assertThat(metadata.path("jwks_uri").asString())
                .isEqualTo(HostSettings.SERVER + "/oauth2/jwks");
    }
}
