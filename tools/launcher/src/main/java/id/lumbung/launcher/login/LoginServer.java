package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The authorization server behind the gateway, as a browser and as an outlet's app speak to it. */
final class LoginServer {

    private final LoginHttp http;
    private final TokenEndpoint tokens;

    LoginServer(String address) {
        this.http = new LoginHttp(address);
        this.tokens = new TokenEndpoint(http);
    }

    /** For an outlet or a service. */
    Login.Token ofClient(String id, String secret) {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
        return tokens.token(
                tokens.request(Map.of("grant_type", "client_credentials"))
                        .header("Authorization", "Basic " + credentials),
                id);
    }

    /** For a person: with the refresh token if there is one that is taken, else by logging in. */
    Login.Token ofPerson(String username, String password, Login.@Nullable Token before) {
        if (before != null && before.refreshToken() != null) {
            var grant = AuthorizationRequest.refreshGrant(before.refreshToken());
            var answer = http.send(tokens.request(grant));
            if (answer.statusCode() == 200) {
                return tokens.token(answer, username);
            }
        }
        return logIn(username, password, "");
    }

    /**
     * @param next the password to choose where the one given is good once; empty where it is not
     */
    Login.Token logIn(String username, String password, String next) {
        var grant = new CodeFlow(http, username).grant(password, next);
        return tokens.token(tokens.request(grant), username);
    }
}
