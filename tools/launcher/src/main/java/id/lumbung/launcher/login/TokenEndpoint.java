package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where the authorization server gives tokens. */
final class TokenEndpoint {

    private final LoginHttp http;
    private final JsonMapper json = new JsonMapper();

    TokenEndpoint(LoginHttp http) {
        this.http = http;
    }

    HttpRequest.Builder request(Map<String, String> grant) {
        return http.form("/oauth2/token", grant);
    }

    /**
     * @param who asks, as refusals name them
     */
    Login.Token token(HttpRequest.Builder request, String who) {
        return token(http.send(request), who);
    }

    Login.Token token(HttpResponse<String> answer, String who) {
        if (answer.statusCode() != 200) {
            throw new UserError(
                    "%s got no token (status %d). Check the credentials."
                            .formatted(who, answer.statusCode()));
        }
        try {
            var body = json.readTree(answer.body());
            return new Login.Token(
                    body.path("access_token").asString(),
                    Instant.now().plusSeconds(body.path("expires_in").asLong(0)),
                    body.path("refresh_token").asStringOpt().orElse(null));
        } catch (JacksonException e) {
            throw new UserError(
                    "%s answers something else than a token. Is that the right address?"
                            .formatted(http.address()));
        }
    }
}
