package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.util.Map;

/** A person's login through the pages of the authorization server, up to the code. */
final class CodeFlow {

    private final String username;
    private final BrowserSession browser;
    private final AuthorizationRequest request;

    CodeFlow(LoginHttp http, String username) {
        this.username = username;
        this.browser = new BrowserSession(http, username);
        this.request = new AuthorizationRequest(http.address() + "/", new ProofKey(Chance.text()));
    }

    /**
     * What a token is asked for by.
     *
     * @param next the password to choose where the one given is good once; empty where it is not
     */
    Map<String, String> grant(String password, String next) {
        var fields = Map.of("username", username, "password", password);
        var page = browser.get(browser.location(browser.get(request.path())));
        var target = browser.location(browser.submit(page, "/login", fields));
        if (target.startsWith("/login/password")) {
            target = choose(target, next);
        }
        var code =
                AuthorizationRequest.codeIn(browser.location(browser.get(target)))
                        .orElseThrow(() ->
                                new UserError(
                                        "The login of %s came back without a code."
                                                .formatted(username)));
        return request.grant(code);
    }

    private String choose(String page, String next) {
        if (next.isEmpty()) {
            throw new UserError("%s must choose another password first.".formatted(username));
        }
        var fields = Map.of("password", next, "again", next);
        return browser.location(browser.submit(browser.get(page), "/login/password", fields));
    }
}
