package id.lumbung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import id.lumbung.identity.Browser.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
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

    /** The first operator's token, who chooses a password when first asked. */
    public synchronized String operator() {
        if (operator.isEmpty()) {
            operator = firstLogin();
        }
        return operator;
    }

    private String firstLogin() {
        var oneTime = firstPassword();
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
        assertThat(tokens.claims().path("roles").toString()).isEqualTo("[\"OPERATOR\"]");
        assertThat(browser().login("operator", oneTime).statusCode()).isEqualTo(401);
        return tokens.access();
    }

    private static String firstPassword() {
        try {
            var file = HostSettings.FIRST_PASSWORD;
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        var id = UUID.randomUUID();
        var username = "p-" + id.toString().substring(0, 12);
        var shown =
                put(
                        by,
                        "/logins/" + id,
                        """
                        {"username": "%s", "roles": %s, "cooperativeId": "%s"}\
                        """
                                .formatted(username, roles, cooperative));
        return new Person(id, username, shown.path("oneTimePassword").asString(), "");
    }

    /** One who has chosen a password. */
    public Person settled(String roles, UUID cooperative) {
        var person = person(roles, cooperative);
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
