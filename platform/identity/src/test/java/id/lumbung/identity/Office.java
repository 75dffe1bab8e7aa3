package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.identity.Browser.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The operator's office, from which tests give people logins. */
@Component
public class Office {

    public static final UUID OPERATOR = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    public static final String CHOSEN = "padi menguning di sawah";
    public static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final IdentityHost.Village village;
    private String operator = "";
    private String second = "";

    Office(IdentityHost.Village village) {
        this.village = village;
    }

    /**
     * @param password empty while only a one-time password was given
     */
    public record Person(UUID id, String username, String oneTime, String password) {}

    /** A browser at an address of its own. */
    public Browser browser() {
        return new Browser(HostSettings.SERVER, "198.51.100." + ADDRESSES.incrementAndGet());
    }

    /** A phone at an address and with a key of its own, on which an app runs. */
    public Phone phone(String client, String page) {
        var address = "198.51.100." + ADDRESSES.incrementAndGet();
        return new Phone(new Browser(HostSettings.SERVER, address, client, page));
    }

    public Phone phone() {
        return phone("lumbung-gerai", "/kasir/");
    }

    /** The first operator's token, who chooses a password when first asked. */
    public synchronized String operator() {
        if (operator.isEmpty()) {
            operator = firstLogin("operator", HostSettings.FIRST_PASSWORD);
        }
        return operator;
    }

    /** The token of the other operator whom the first start makes. */
    public synchronized String secondOperator() {
        if (second.isEmpty()) {
            var file = HostSettings.FIRST_PASSWORD;
            second =
                    firstLogin(
                            "operator-2", file.resolveSibling(file.getFileName() + "-operator-2"));
        }
        return second;
    }

    private String firstLogin(String username, Path file) {
        var oneTime = firstPassword(file);
        var browser = browser();
        var loggedIn = browser.login(username, oneTime);
        assertThat(loggedIn.statusCode()).as(loggedIn.body()).isEqualTo(302);
        assertThat(Browser.location(loggedIn)).startsWith("/login/password?continue=");
        assertThat(Browser.location(browser.get(browser.authorize("c".repeat(43)))))
                .as("no code before a password is chosen")
                .startsWith("/login?");
        var page = browser.get(Browser.location(loggedIn));
        assertThat(browser.choose(page, "short").statusCode()).isEqualTo(422);
        assertThat(browser.choose(page, oneTime).statusCode()).isEqualTo(422);
        assertThat(browser.choose(page, username + " " + username).statusCode()).isEqualTo(422);
        var tokens = browser.tokens(browser.choose(page, CHOSEN));
        assertThat(tokens.claims().path("roles").toString()).isEqualTo("[\"OPERATOR\"]");
        assertThat(browser().login(username, oneTime).statusCode()).isEqualTo(401);
        return tokens.access();
    }

    private static String firstPassword(Path file) {
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public UUID member(UUID cooperative) {
        return village.member(cooperative);
    }

    public UUID cooperative() {
        return village.cooperative();
    }

    public UUID outlet(UUID cooperative) {
        return village.outlet(cooperative);
    }

    public HttpResponse<String> call(String token, String method, String path, String body) {
        return browser().call(token, method, path, body);
    }

    public HttpResponse<String> call(String method, String path) {
        return call(operator(), method, path, "");
    }

    public HttpResponse<String> call(String method, String path, String body) {
        return call(operator(), method, path, body);
    }

    @CanIgnoreReturnValue
    public JsonNode put(String token, String path, String body) {
        var answer = call(token, "PUT", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @CanIgnoreReturnValue
    public JsonNode put(String path, String body) {
        return put(operator(), path, body);
    }

    public static void refused(HttpResponse<String> answer, int status, String rule) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"type\":\"urn:lumbung:" + rule + "\"");
    }

    public Person person(String roles, UUID cooperative) {
        return person(operator(), roles, cooperative);
    }

    public Person person(String by, String roles, UUID cooperative) {
        return person(by, roles, cooperative, null);
    }

    /** Consented to where that is needed. */
    public Person person(String by, String roles, UUID cooperative, UUID member) {
        var id = UUID.randomUUID();
        var shown = put(by, "/logins/" + id, login(id, roles, cooperative, member));
        if (!shown.path("awaitingConsent").isEmpty()) {
            put(secondOperator(), "/logins/" + id + "/consent", consent(shown));
        }
        return new Person(id, username(id), shown.path("oneTimePassword").asString(), "");
    }

    public static String username(UUID id) {
        return "p-" + id.toString().substring(0, 12);
    }

    /**
     * @param member null where the login is no member's
     */
    public static String login(UUID id, String roles, UUID cooperative, UUID member) {
        return """
        {"username": "%s", "roles": %s, "cooperativeId": "%s"%s}\
        """
                .formatted(
                        username(id),
                        roles,
                        cooperative,
                        member == null ? "" : ", \"memberId\": \"%s\"".formatted(member));
    }

    public static String consent(JsonNode shown) {
        return "{\"version\": %d}".formatted(shown.path("version").asLong());
    }

    /** One who has chosen a password. */
    public Person settled(String roles, UUID cooperative) {
        return settled(person(roles, cooperative));
    }

    public Person settled(Person person) {
        var password = "kata sandi " + UUID.randomUUID();
        var browser = browser();
        var page =
                browser.get(Browser.location(browser.login(person.username(), person.oneTime())));
        var _ = browser.tokens(browser.choose(page, password));
        return new Person(person.id(), person.username(), person.oneTime(), password);
    }

    public Tokens tokens(Person person) {
        return browser().tokens(person.username(), person.password());
    }
}
