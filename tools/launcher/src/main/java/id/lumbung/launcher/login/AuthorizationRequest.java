package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;

/**
 * The question for an authorization code (OAuth 2.0 with PKCE), and the two grants that follow.
 *
 * @param redirectUri where the browser is sent with the code
 */
record AuthorizationRequest(String redirectUri, ProofKey proof) {

    private static final String CLIENT = "lumbung-console";

    String path() {
        var question =
                Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        redirectUri,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        proof.challenge());
        return "/oauth2/authorize?" + FormFields.encoded(question);
    }

    /** The code in the address that the browser is sent to. */
    static Optional<String> codeIn(String target) {
        var at = target.indexOf("code=");
        if (at < 0) {
            return Optional.empty();
        }
        var end = target.indexOf('&', at);
        return Optional.of(
                URLDecoder.decode(
                        target.substring(at + 5, end < 0 ? target.length() : end), UTF_8));
    }

    /** What the code is exchanged for a token by; the verifier shows that the same one asks. */
    Map<String, String> grant(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                CLIENT,
                "code",
                code,
                "redirect_uri",
                redirectUri,
                "code_verifier",
                proof.verifier());
    }

    static Map<String, String> refreshGrant(String refreshToken) {
        return Map.of(
                "grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refreshToken);
    }
}
