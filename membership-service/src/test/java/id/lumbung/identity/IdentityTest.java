package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.TokenCheck;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.identity.Browser.Tokens;
import id.lumbung.membership.MembershipApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People, outlets and services prove who they are, over HTTP. */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityTest {

    private static final UUID OPERATOR_ID = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SHU_SECRET = "a secret of the test, 32 characters long";
    private static final String CHOSEN = "padi menguning di sawah";
    private static final Path FIRST = newFile();
    private static final int PORT = freePort();
    private static final String SERVER = "http://127.0.0.1:" + PORT;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired private MongoOperations mongo;
    @Autowired private TokenCheck check;

    @Value("${spring.mongodb.database}")
    private String database;

    @Value("${lumbung.security.keyset-file}")
    private String keysetFile;

    private String operator = "";
    private final UUID cooperative = UUID.randomUUID();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add(Backends.OWN_ISSUER, () -> true);
        registry.add("lumbung.security.issuer-uri", () -> SERVER);
        registry.add("lumbung.security.jwk-set-uri", () -> SERVER + "/oauth2/jwks");
        registry.add("lumbung.identity.first-password-file", FIRST::toString);
        registry.add("lumbung.identity.service-clients.shu.secret", () -> SHU_SECRET);
        registry.add("lumbung.identity.key-notice", () -> "0s");
        registry.add("lumbung.identity.hashes-per-second", () -> "50");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path newFile() {
        try {
            return Files.createTempDirectory("first").resolve("password");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Browser browser() {
        return new Browser(SERVER, "198.51.100." + ADDRESSES.incrementAndGet());
    }

    /** The first operator logs in with the one-time password, which is good once. */
    @BeforeAll
    void theFirstOperatorChoosesAPassword() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FIRST)))
                .isEqualTo("rw-------");
        var oneTime = Files.readString(FIRST).strip();
        var browser = browser();
        var loggedIn = browser.login("operator", oneTime);
        assertThat(loggedIn.statusCode()).as(loggedIn.body()).isEqualTo(302);
        assertThat(Browser.location(loggedIn)).startsWith("/login/password?continue=");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .as("no code before a password is chosen")
                .startsWith("/login?");
        var page = browser.get(Browser.location(loggedIn));
        assertThat(browser.choose(page, "short").statusCode()).isEqualTo(422);
        assertThat(browser.choose(page, oneTime).statusCode()).isEqualTo(422);
        assertThat(browser.choose(page, "operator operator").statusCode()).isEqualTo(422);
        var tokens = browser.tokens(browser.choose(page, CHOSEN));
        operator = tokens.access();
        assertThat(tokens.claims().path("roles").toString()).isEqualTo("[\"OPERATOR\"]");
        assertThat(browser().login("operator", oneTime).statusCode()).isEqualTo(401);
        put(operator, "/cooperatives/" + cooperative, registration());
    }

    private static String registration() {
        return """
        {"name": "KDMP Tambong", "villageCode": "35.10.14.2014", "kind": "VILLAGE", "zone": "WIB"}\
        """;
    }

    private HttpResponse<String> call(String token, String method, String path, String body) {
        return browser().call(token, method, path, body);
    }

    @CanIgnoreReturnValue
    private JsonNode put(String token, String path, String body) {
        var answer = call(token, "PUT", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void refused(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"type\":\"urn:lumbung:" + rule + "\"");
    }

    private record Login(UUID id, String username, String oneTime, String password) {}

    private Login person(String roles, UUID cooperative) {
        return person(operator, roles, cooperative);
    }

    private Login person(String by, String roles, UUID cooperative) {
        var id = UUID.randomUUID();
        var username = "p-" + id.toString().substring(0, 12);
        var shown =
                put(
                        by,
                        "/people/" + id,
                        """
                        {"username": "%s", "roles": %s, "cooperativeId": "%s"}\
                        """
                                .formatted(username, roles, cooperative));
        return new Login(id, username, shown.path("oneTimePassword").asString(), "");
    }

    private Login settled(String roles, UUID cooperative) {
        var person = person(roles, cooperative);
        var password = "kata sandi " + UUID.randomUUID();
        var browser = browser();
        var page =
                browser.get(Browser.location(browser.login(person.username(), person.oneTime())));
        var _ = browser.tokens(browser.choose(page, password));
        return new Login(person.id(), person.username(), person.oneTime(), password);
    }

    private Tokens tokens(Login person) {
        return browser().tokens(person.username(), person.password());
    }

    private UUID outlet(UUID cooperative) {
        var outlet = UUID.randomUUID();
        put(
                operator,
                "/outlets/" + outlet,
                """
                {"cooperativeId": "%s", "kind": "PHARMACY", "name": "Apotek"}\
                """
                        .formatted(cooperative));
        return outlet;
    }

    @Test
    void anOutletGetsATokenForItsSecretUntilThatIsRotatedOrRevoked() {
        var outlet = outlet(cooperative);
        var path = "/outlets/" + outlet + "/credentials";
        var given = call(operator, "POST", path, "");
        assertThat(given.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var first = JSON.readTree(given.body());
        var id = first.path("clientId").asString();
        var secret = first.path("clientSecret").asString();
        assertThat(id).isEqualTo("outlet-" + outlet);
        refused(call(operator, "POST", path, ""), 409, "credentials-exist");

        var answer = browser().credentials(id, secret);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Browser.read(answer).claims();
        assertThat(claims.propertyNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "client_id",
                        "exp",
                        "iat",
                        "jti",
                        "roles",
                        "cooperative_id",
                        "outlet_id");
        assertThat(claims.path("iss").asString()).isEqualTo(SERVER);
        assertThat(claims.path("sub").asString()).isEqualTo(id);
        assertThat(claims.path("client_id").asString()).isEqualTo(id);
        assertThat(claims.path("roles").toString()).isEqualTo("[\"OUTLET\"]");
        assertThat(claims.path("cooperative_id").asString()).isEqualTo(cooperative.toString());
        assertThat(claims.path("outlet_id").asString()).isEqualTo(outlet.toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(600L, 900L);
        assertThat(mongo.getCollection("outletClients").find().into(new ArrayList<>()).toString())
                .doesNotContain(secret);

        assertThat(browser().credentials(id, secret + "x").statusCode()).isEqualTo(401);
        assertThat(browser().credentials("outlet-" + UUID.randomUUID(), secret).statusCode())
                .isEqualTo(401);

        var second = JSON.readTree(call(operator, "POST", path + "/rotation", "").body());
        var rotated = second.path("clientSecret").asString();
        assertThat(browser().credentials(id, secret).statusCode()).isEqualTo(401);
        assertThat(browser().credentials(id, rotated).statusCode()).isEqualTo(200);

        assertThat(call(operator, "DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(browser().credentials(id, rotated).statusCode()).isEqualTo(401);
        refused(call(operator, "DELETE", path, ""), 404, "no-credentials");
        assertThat(call(operator, "POST", path, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceGetsTheScopesItNeedsAndNoOthers() {
        var answer = browser().credentials("shu", SHU_SECRET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Browser.read(answer).claims();
        assertThat(claims.path("scope").asString()).isEqualTo("reconciliation.read members.read");
        assertThat(claims.path("roles").toString()).isEqualTo("[\"SERVICE\"]");
        assertThat(claims.has("cooperative_id")).isFalse();
        assertThat(browser().credentials("pharmacy", SHU_SECRET).statusCode()).isEqualTo(401);
        var more =
                browser()
                        .post(
                                "/oauth2/token",
                                Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", "shu",
                                        "client_secret", SHU_SECRET,
                                        "scope", "prescriptions.read"));
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("invalid_scope");
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var browser = browser();
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
        assertThat(browser.renew(tokens.renewal()).statusCode())
                .as("a code used twice was copied: what came of it ends")
                .isEqualTo(400);

        var without = browser.get(browser.authorize(""));
        assertThat(Browser.location(without)).contains("error=invalid_request");
        var elsewhere =
                browser.get(browser.authorize("c".repeat(43)).replace("127.0.0.1", "evil.example"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void aRenewalTokenIsGoodOnceAndACopyEndsTheLogin() {
        var browser = browser();
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var first = browser.tokens(cashier.username(), cashier.password());
        var answer = browser.renew(first.renewal());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var second = Browser.read(answer);
        assertThat(second.renewal()).isNotEqualTo(first.renewal());
        assertThat(second.claims().path("sub").asString()).isEqualTo(cashier.id().toString());
        var third = Browser.read(browser.renew(second.renewal()));
        assertThat(browser.renew(second.renewal()).body()).contains("invalid_grant");
        assertThat(browser.renew(third.renewal()).body()).contains("invalid_grant");
    }

    @Test
    void ofTwoWhoRenewAtOnceOneGetsNothing() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        for (var round = 0; round < 3; round++) {
            var tokens = tokens(cashier);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var renewed =
                        IntStream.range(0, 4)
                                .mapToObj(_ ->
                                        CompletableFuture.supplyAsync(
                                                () -> browser().renew(tokens.renewal()), threads))
                                .toList()
                                .stream()
                                .filter(it -> it.join().statusCode() == 200)
                                .count();
                assertThat(renewed).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void aPersonWhoIsRevokedGetsNoFurtherToken() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var browser = browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        put(operator, "/people/" + cashier.id() + "/revocation", "");
        assertThat(browser.renew(tokens.renewal()).body()).contains("invalid_grant");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .startsWith("/login?");
        assertThat(browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        var restored = call(operator, "DELETE", "/people/" + cashier.id() + "/revocation", "");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(tokens(cashier).access()).isNotEmpty();
    }

    @Test
    void aResetPasswordEndsEveryLoginAndIsGoodOnce() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var browser = browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        var shown = put(operator, "/people/" + cashier.id() + "/password-reset", "");
        var oneTime = shown.path("oneTimePassword").asString();
        assertThat(shown.path("mustChoosePassword").asBoolean()).isTrue();
        assertThat(browser.renew(tokens.renewal()).body()).contains("invalid_grant");
        assertThat(browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        var anew = browser();
        var page = anew.get(Browser.location(anew.login(cashier.username(), oneTime)));
        assertThat(anew.tokens(anew.choose(page, CHOSEN)).access()).isNotEmpty();
        assertThat(anew.choose(page, CHOSEN + "!").statusCode())
                .as("the page is used up")
                .isEqualTo(401);
    }

    private static HttpResponse<String> change(
            Browser browser, Login person, String current, String next) {
        return browser.submit(
                browser.get("/login/password/change"),
                "/login/password/change",
                Map.of(
                        "username", person.username(),
                        "current", current,
                        "password", next,
                        "again", next));
    }

    @Test
    void whoeverKnowsTheirPasswordChangesItAndEveryOtherLoginEnds() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var other = browser();
        var tokens = other.tokens(cashier.username(), cashier.password());
        var browser = browser();
        assertThat(change(browser, cashier, "wrong password", CHOSEN).statusCode()).isEqualTo(401);
        assertThat(change(browser, cashier, cashier.password(), "short").statusCode())
                .isEqualTo(422);
        assertThat(change(browser, cashier, cashier.password(), cashier.password()).statusCode())
                .isEqualTo(422);
        assertThat(other.renew(tokens.renewal()).statusCode()).as("nothing changed").isEqualTo(200);

        var changed = change(browser, cashier, cashier.password(), CHOSEN);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);
        assertThat(Browser.location(changed)).isEqualTo("/");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .as("logged in by it")
                .startsWith(browser.redirect() + "?code=");
        assertThat(Browser.location(other.get(other.authorize("c".repeat(43)))))
                .startsWith("/login?");
        assertThat(browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(401);
        assertThat(browser().tokens(cashier.username(), CHOSEN).access()).isNotEmpty();
    }

    @Test
    void passwordsTriedWhereTheyAreChangedAreCountedAsLogins() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var attacker = browser();
        for (var i = 0; i < LoginThrottle.TRIES; i++) {
            assertThat(change(attacker, cashier, "wrong password " + i, CHOSEN).statusCode())
                    .isEqualTo(401);
        }
        var kept = change(attacker, cashier, cashier.password(), CHOSEN);
        assertThat(kept.statusCode()).isEqualTo(429);
        assertThat(kept.headers().firstValue("Retry-After")).isPresent();
        assertThat(attacker.login(cashier.username(), cashier.password()).statusCode())
                .as("and the login with it")
                .isEqualTo(429);
    }

    private List<String> audited(UUID cooperative, UUID about) {
        var answer = call(operator, "GET", "/audit?limit=1000&cooperativeId=" + cooperative, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(line -> line.path("about").asString().equals(about.toString()))
                .map(line -> {
                    assertThat(line.path("subject").asString()).isEqualTo(OPERATOR_ID.toString());
                    return line.path("action").asString();
                })
                .toList();
    }

    @Test
    void whatIsDoneToPeopleAndOutletsStandsInTheAuditOfTheirCooperative() {
        var village = village();
        var cashier = person("[\"CASHIER\"]", village);
        var path = "/people/" + cashier.id();
        var body =
                "{\"username\": \"%s\", \"roles\": [\"MANAGER\"], \"cooperativeId\": \"%s\"}"
                        .formatted(cashier.username(), village);
        put(operator, path, body);
        put(operator, path, body); // Changes nothing.
        var oneTime = put(operator, path + "/password-reset", "").path("oneTimePassword");
        put(operator, path + "/unlock", "");
        put(operator, path + "/revocation", "");
        put(operator, path + "/revocation", "");
        assertThat(call(operator, "DELETE", path + "/revocation", "").statusCode()).isEqualTo(200);
        assertThat(audited(village, cashier.id()))
                .containsExactly(
                        "PERSON_PLACED",
                        "PERSON_CHANGED",
                        "PASSWORD_RESET",
                        "PERSON_UNLOCKED",
                        "PERSON_REVOKED",
                        "PERSON_RESTORED");

        var outlet = outlet(village);
        var credentials = "/outlets/" + outlet + "/credentials";
        var given = JSON.readTree(call(operator, "POST", credentials, "").body());
        var rotated = JSON.readTree(call(operator, "POST", credentials + "/rotation", "").body());
        assertThat(call(operator, "DELETE", credentials, "").statusCode()).isEqualTo(204);
        assertThat(call(operator, "POST", credentials, "").statusCode()).isEqualTo(200);
        assertThat(audited(village, outlet))
                .containsExactly(
                        "CREDENTIALS_GIVEN",
                        "CREDENTIALS_ROTATED",
                        "CREDENTIALS_WITHDRAWN",
                        "CREDENTIALS_GIVEN");

        var supervisor = tokens(settled("[\"SUPERVISOR\"]", village)).access();
        var seen = call(supervisor, "GET", "/audit?cooperativeId=" + village, "");
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains("PERSON_REVOKED", "CREDENTIALS_WITHDRAWN", "MANAGER")
                .doesNotContain(
                        cashier.username(),
                        oneTime.asString(),
                        given.path("clientSecret").asString(),
                        rotated.path("clientSecret").asString());
        refused(
                call(supervisor, "GET", "/audit?cooperativeId=" + cooperative, ""),
                403,
                "not-yours");
    }

    private UUID village() {
        var village = UUID.randomUUID();
        put(operator, "/cooperatives/" + village, registration());
        return village;
    }

    @Test
    void anAdvisorIsInTheAuditOfEveryCooperativeThatIsOpenedToHim() {
        var one = village();
        var two = village();
        var advisor = UUID.randomUUID();
        advise(advisor, one);
        advise(advisor, two);
        assertThat(audited(one, advisor)).containsExactly("PERSON_PLACED", "PERSON_CHANGED");
        assertThat(audited(two, advisor)).containsExactly("PERSON_CHANGED");
    }

    private void advise(UUID advisor, UUID cooperative) {
        put(
                operator,
                "/people/" + advisor,
                "{\"username\": \"a-%s\", \"roles\": [\"ADVISOR\"], \"cooperativeIds\": [\"%s\"]}"
                        .formatted(advisor.toString().substring(0, 12), cooperative));
    }

    @Test
    void whatIsOfNoCooperativeStandsInTheAuditOfThePlatform() {
        var before = platformLines("KEYS_ROTATED");
        assertThat(call(operator, "POST", "/keys/rotation", "").statusCode()).isEqualTo(200);
        assertThat(platformLines("KEYS_ROTATED")).isEqualTo(before + 1);
        assertThat(platformLines("PERSON_PLACED")).as("the first operator").isPositive();
    }

    private long platformLines(String action) {
        return mongo.getCollection("auditLines")
                .countDocuments(
                        Filters.and(
                                Filters.eq("cooperativeId", AuditLog.PLATFORM),
                                Filters.eq("action", action)));
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        var village = village();
        var cashier = settled("[\"CASHIER\"]", village);
        var outlet = outlet(village);
        var credentials = "/outlets/" + outlet + "/credentials";
        var given = JSON.readTree(call(operator, "POST", credentials, "").body());
        // No line can be put after these.
        var _ =
                mongo.getCollection("auditLines")
                        .updateMany(Filters.eq("cooperativeId", village), Updates.unset("at"));

        var newcomer = UUID.randomUUID();
        var body =
                "{\"username\": \"n-%s\", \"roles\": [\"BOARD\"], \"cooperativeId\": \"%s\"}"
                        .formatted(newcomer.toString().substring(0, 12), village);
        var path = "/people/" + cashier.id();
        for (var answer :
                List.of(
                        call(operator, "PUT", "/people/" + newcomer, body),
                        call(operator, "PUT", path, body),
                        call(operator, "PUT", path + "/password-reset", ""),
                        call(operator, "PUT", path + "/unlock", ""),
                        call(operator, "PUT", path + "/revocation", ""),
                        call(operator, "POST", credentials + "/rotation", ""),
                        call(operator, "DELETE", credentials, ""))) {
            assertThat(answer.statusCode()).isEqualTo(500);
        }
        assertThat(tokens(cashier).claims().path("roles").toString()).isEqualTo("[\"CASHIER\"]");
        assertThat(
                        browser()
                                .credentials(
                                        given.path("clientId").asString(),
                                        given.path("clientSecret").asString())
                                .statusCode())
                .isEqualTo(200);
        assertThat(call(operator, "GET", "/people?cooperativeId=" + village, "").body())
                .doesNotContain(newcomer.toString());
    }

    @Test
    void aBoardAdministersItsOwnPeopleAndGivesNoRoleBeyondThem() {
        var board = tokens(settled("[\"BOARD\"]", cooperative)).access();
        var other = UUID.randomUUID();
        put(operator, "/cooperatives/" + other, registration());
        var stranger = person("[\"CASHIER\"]", other);
        var cashier = person(board, "[\"CASHIER\"]", cooperative);
        var mine = call(board, "GET", "/people?cooperativeId=" + cooperative, "");
        assertThat(mine.body())
                .contains(cashier.username(), "\"mustChoosePassword\":true")
                .doesNotContain(stranger.username(), "passwordHash", "bcrypt", "oneTimePassword");
        refused(call(board, "GET", "/people?cooperativeId=" + other, ""), 403, "not-yours");
        for (var what : List.of("password-reset", "unlock", "revocation")) {
            refused(
                    call(board, "PUT", "/people/" + stranger.id() + "/" + what, ""),
                    404,
                    "no-such-person");
        }
        refused(place(board, "[\"OPERATOR\"]", ""), 403, "not-allowed");
        refused(
                place(board, "[\"BOARD\", \"OPERATOR\"]", ofCooperative(cooperative)),
                403,
                "not-allowed");
        refused(place(board, "[\"CASHIER\"]", ofCooperative(other)), 403, "not-allowed");
        var shop = outlet(other);
        refused(
                call(board, "POST", "/outlets/" + shop + "/credentials", ""),
                404,
                "no-such-outlet");
        refused(call(board, "POST", "/keys/rotation", ""), 403, "not-allowed");

        var clerk = tokens(settled("[\"CASHIER\"]", cooperative)).access();
        refused(call(clerk, "GET", "/people?cooperativeId=" + cooperative, ""), 403, "not-allowed");
        assertThat(call("", "GET", "/people?cooperativeId=" + cooperative, "").statusCode())
                .isEqualTo(401);
        assertThat(call("rubbish", "GET", "/people?cooperativeId=" + cooperative, "").statusCode())
                .isEqualTo(401);
    }

    private static String ofCooperative(UUID id) {
        return ", \"cooperativeId\": \"" + id + "\"";
    }

    private HttpResponse<String> place(String by, String roles, String more) {
        var id = UUID.randomUUID();
        return call(
                by,
                "PUT",
                "/people/" + id,
                "{\"username\": \"p-%s\", \"roles\": %s%s}"
                        .formatted(id.toString().substring(0, 12), roles, more));
    }

    @Test
    void rolesMustFitWhatTheyAreGivenWith() {
        refused(place(operator, "[\"CASHIER\"]", ""), 422, "roles-do-not-fit");
        refused(place(operator, "[\"ADVISOR\"]", ""), 422, "roles-do-not-fit");
        refused(
                place(operator, "[\"OUTLET\"]", ofCooperative(cooperative)),
                422,
                "roles-do-not-fit");
        refused(
                place(operator, "[\"MEMBER\"]", ofCooperative(cooperative)),
                422,
                "roles-do-not-fit");
        refused(
                place(operator, "[\"CASHIER\"]", ofCooperative(UUID.randomUUID())),
                404,
                "no-such-cooperative");
        var advisor =
                place(
                        operator,
                        "[\"ADVISOR\"]",
                        ", \"cooperativeIds\": [\"%s\"]".formatted(cooperative));
        assertThat(advisor.statusCode()).as(advisor.body()).isEqualTo(200);
        refused(
                call(
                        operator,
                        "PUT",
                        "/people/" + UUID.randomUUID(),
                        "{\"username\": \"operator\", \"roles\": [\"OPERATOR\"]}"),
                409,
                "username-taken");
        refused(
                call(
                        operator,
                        "PUT",
                        "/people/00000000-0000-7000-8000-00000000000a/revocation",
                        ""),
                409,
                "last-operator");
    }

    @Test
    void whoGuessesLocksOutHimselfAndAnOfficerSeesAndUnlocksIt() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var attacker = browser();
        for (var i = 0; i < LoginThrottle.TRIES; i++) {
            assertThat(attacker.login(cashier.username(), "wrong password " + i).statusCode())
                    .isEqualTo(401);
        }
        var kept = attacker.login(cashier.username(), cashier.password());
        assertThat(kept.statusCode()).as("even the right one").isEqualTo(429);
        assertThat(kept.headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, LoginThrottle.QUARTER.toSeconds());
        assertThat(kept.body()).contains("Terlalu sering", "Failed too often");

        assertThat(tokens(cashier).access()).as("the owner, from elsewhere").isNotEmpty();
        assertThat(attacker.login("nobody-" + cashier.username(), "wrong").statusCode())
                .as("another username, from there")
                .isEqualTo(401);
        var seen = call(operator, "GET", "/people?cooperativeId=" + cooperative, "").body();
        var shown = List.copyOf(JSON.readTree(seen).valueStream().toList());
        assertThat(shown)
                .filteredOn(it -> it.path("id").asString().equals(cashier.id().toString()))
                .singleElement()
                .satisfies(it -> assertThat(it.path("lockedUntil").asString("")).isNotEmpty());

        var unlocked = put(operator, "/people/" + cashier.id() + "/unlock", "");
        assertThat(unlocked.has("lockedUntil")).isFalse();
        assertThat(attacker.login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aBrowserKnownFromBeforeIsHeardThoughTheUsernameIsUnderAttackFromEverywhere() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var own = browser();
        var _ = own.tokens(cashier.username(), cashier.password());
        IntStream.range(0, 110)
                .parallel()
                .forEach(_ -> {
                    var _ = browser().login(cashier.username(), "wrong password");
                });
        assertThat(browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(429);
        assertThat(own.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(own.login(cashier.username(), cashier.password()).statusCode()).isEqualTo(302);
    }

    @Test
    void aThousandWrongLoginsKeepNobodyOut() {
        var victim = settled("[\"CASHIER\"]", cooperative);
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var attacker = browser();
        var page = attacker.open();
        var counts = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var flood =
                    IntStream.range(0, 1_000)
                            .mapToObj(i ->
                                    CompletableFuture.runAsync(
                                            () -> {
                                                var username =
                                                        i % 2 == 0
                                                                ? victim.username()
                                                                : "guess-" + i;
                                                var answer =
                                                        attacker.submit(
                                                                page,
                                                                "/login",
                                                                Map.of(
                                                                        "username",
                                                                        username,
                                                                        "password",
                                                                        "wrong password"));
                                                counts.merge(answer.statusCode(), 1, Integer::sum);
                                            },
                                            threads))
                            .toList();
            var slowest = 0L;
            for (var i = 0; i < 3; i++) {
                var began = System.nanoTime();
                assertThat(tokens(cashier).access()).isNotEmpty();
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
            flood.forEach(CompletableFuture::join);
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(counts.keySet()).containsOnly(401, 429);
        assertThat(counts.get(429)).isGreaterThan(400);
    }

    @Test
    void tokensStayGoodWhenTheKeysAreRotated() {
        var before = Browser.read(browser().credentials("shu", SHU_SECRET));
        var rotated = JSON.readTree(call(operator, "POST", "/keys/rotation", "").body());
        var after = Browser.read(browser().credentials("shu", SHU_SECRET));
        assertThat(after.keyId())
                .isEqualTo(rotated.path("id").asString())
                .isNotEqualTo(before.keyId());
        var shown = browser().get("/oauth2/jwks").body();
        assertThat(shown)
                .contains(before.keyId(), after.keyId())
                .doesNotContain("\"d\":", "\"p\":");
        assertThat(check.check(before.access()).subject()).isEqualTo("shu");
        assertThat(check.check(after.access()).subject()).isEqualTo("shu");
    }

    @Test
    void anotherInstanceSignsWithTheSameKeysAndTakesTheSameLogins() throws IOException {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var browser = browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        var untouched = newFile();
        var second =
                new SpringApplication(MembershipApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + Backends.mongodb(),
                                "--spring.mongodb.database=" + database,
                                "--spring.kafka.bootstrap-servers=" + Backends.kafka(),
                                "--lumbung.security.keyset-file=" + keysetFile,
                                "--lumbung.security.issuer-uri=" + SERVER,
                                "--lumbung.security.jwk-set-uri=" + SERVER + "/oauth2/jwks",
                                "--lumbung.identity.first-password-file=" + untouched,
                                "--lumbung.identity.service-clients.shu.secret=" + SHU_SECRET);
        try (second) {
            assertThat(untouched).as("there is an operator").doesNotExist();
            assertThat(second.getBean(TokenCheck.class).check(tokens.access()).subject())
                    .isEqualTo(cashier.id().toString());
            var there =
                    new Browser(
                            "http://127.0.0.1:"
                                    + second.getEnvironment().getProperty("local.server.port"),
                            "192.0.2.1");
            assertThat(there.get("/oauth2/jwks").body()).contains(tokens.keyId());
            var signed = Browser.read(there.credentials("shu", SHU_SECRET));
            assertThat(check.check(signed.access()).subject()).isEqualTo("shu");
            assertThat(there.renew(tokens.renewal()).statusCode()).isEqualTo(200);
        }
        assertThat(mongo.getCollection("signingKeys").find().first().toJson())
                .doesNotContain("\"d\"", "\"p\"");
    }

    @Test
    void keysSealedWithAnotherKeysetAreNotTakenForNone() {
        var _ = browser().credentials("shu", SHU_SECRET);
        var other = new SpringApplication(MembershipApplication.class);
        assertThatThrownBy(() ->
                        other.run(
                                "--server.port=0",
                                "--spring.mongodb.uri=" + Backends.mongodb(),
                                "--spring.mongodb.database=" + database,
                                "--spring.kafka.bootstrap-servers=" + Backends.kafka(),
                                "--lumbung.security.keyset-file=" + newFile()))
                .hasStackTraceContaining("LUMBUNG_KEYSET_FILE");
    }

    @Test
    void otherServicesFindTheServerByItsIssuer() {
        var metadata =
                JSON.readTree(browser().get("/.well-known/oauth-authorization-server").body());
        assertThat(metadata.path("issuer").asString()).isEqualTo(SERVER);
        assertThat(metadata.path("token_endpoint").asString()).isEqualTo(SERVER + "/oauth2/token");
        assertThat(metadata.path("jwks_uri").asString()).isEqualTo(SERVER + "/oauth2/jwks");
    }

    @Test
    void theLoginPageIsInBothLanguagesAndSendsNobodyElsewhere() {
        var browser = browser();
        var page = browser.open();
        assertThat(page.body()).contains("Kata sandi", "Password", "/login/login.css");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get("/login/login.css").statusCode()).isEqualTo(200);
        var elsewhere =
                browser.get("/login?continue=https%3A%2F%2Fevil.example%2F%22%3E%3Cscript%3E");
        assertThat(elsewhere.body()).doesNotContain("evil.example");
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var sent =
                browser.submit(
                        elsewhere,
                        "/login",
                        Map.of("username", cashier.username(), "password", cashier.password()));
        assertThat(Browser.location(sent)).isEqualTo("/");
        assertThat(
                        browser()
                                .post(
                                        "/login",
                                        Map.of(
                                                "username",
                                                cashier.username(),
                                                "password",
                                                cashier.password()))
                                .statusCode())
                .as("a form that another site filled in")
                .isEqualTo(403);
    }

    @Test
    void aLogoutEndsTheLoginOfTheBrowser() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var browser = browser();
        var tokens = browser.tokens(cashier.username(), cashier.password());
        assertThat(browser.get(browser.authorize("c".repeat(43))).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).startsWith(browser.redirect() + "?code="));
        assertThat(
                        browser.post(
                                        "/oauth2/revoke",
                                        Map.of(
                                                "token",
                                                tokens.renewal(),
                                                "client_id",
                                                Browser.CLIENT))
                                .statusCode())
                .isEqualTo(200);
        assertThat(browser.renew(tokens.renewal()).body()).contains("invalid_grant");
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .startsWith("/login?");
    }

    @Test
    void whoeverAsksIsToldWhoTheyAre() {
        var cashier = settled("[\"CASHIER\"]", cooperative);
        var me = JSON.readTree(call(tokens(cashier).access(), "GET", "/userinfo", "").body());
        assertThat(me.path("username").asString()).isEqualTo(cashier.username());
        assertThat(me.path("roles").toString()).isEqualTo("[\"CASHIER\"]");
    }
}
