package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.stack.UserError;
import java.net.URLDecoder;
import java.util.Map;

/** A person's login by OAuth's authorization code with PKCE, up to the code. */
final class CodeFlow {

    static final String CLIENT = "lumbung-console";

    private final LoginHttp http;
    private final String username;
    private final BrowserSession browser;
    private final ProofKey proof = new ProofKey(Chance.text());

    CodeFlow(LoginHttp http, String username) {
        this.http = http;
        this.username = username;
        this.browser = new BrowserSession(http, username);
    }

    String redirectUri() {
        return http.address() + "/";
    }

    /** What proves, together with the code, that the same asks for the token. */
    String verifier() {
        return proof.verifier();
    }

    /**
     * @param next the password to choose where the one given is good once; empty where it is not
     */
    String code(String password, String next) {
        var fields = Map.of("username", username, "password", password);
        var page = browser.get(browser.location(browser.get("/oauth2/authorize?" + question())));
        var target = browser.location(browser.submit(page, "/login", fields));
        if (target.startsWith("/login/password")) {
            target = choose(target, next);
        }
        return codeIn(browser.location(browser.get(target)));
    }

    private String question() {
        return FormFields.encoded(
                Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        redirectUri(),
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        proof.challenge()));
    }

    private String choose(String page, String next) {
        if (next.isEmpty()) {
            throw new UserError("%s must choose another password first.".formatted(username));
        }
        var fields = Map.of("password", next, "again", next);
        return browser.location(browser.submit(browser.get(page), "/login/password", fields));
    }

    private String codeIn(String target) {
        var at = target.indexOf("code=");
        if (at < 0) {
            throw new UserError("The login of %s came back without a code.".formatted(username));
        }
        var end = target.indexOf('&', at);
        return URLDecoder.decode(
                end < 0 ? target.substring(at + 5) : target.substring(at + 5, end), UTF_8);
    }
}
