package id.lumbung.identity.oauth;

import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/**
 * Makes refresh tokens, each with the id of its login. Spring makes none for programs without a
 * secret, so this is ours; {@link Authorizations} knows whether one may be used.
 */
final class RefreshTokens implements OAuth2TokenGenerator<OAuth2RefreshToken> {

    private static final char BETWEEN = '.';
    private static final int MAX_ID_LENGTH = 100;

    private final Clock clock;
    private final Base64StringKeyGenerator tokens =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 96);

    RefreshTokens(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2RefreshToken generate(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) {
            return null;
        }
        var authorization = context.getAuthorization();
        if (authorization == null) {
            throw new IllegalStateException("A refresh token of no login");
        }
        var now = clock.instant();
        return new OAuth2RefreshToken(
                authorization.getId() + BETWEEN + tokens.generateKey(),
                now,
                now.plus(
                        context.getRegisteredClient()
                                .getTokenSettings()
                                .getRefreshTokenTimeToLive()));
    }

    /**
     * The id of the login that a token names; null where it has not the form of ours. Whoever has
     * had one token of a login knows it, and nobody else.
     */
    static @Nullable String loginOf(String token) {
        var end = token.indexOf(BETWEEN);
        return end <= 0 || end > MAX_ID_LENGTH ? null : token.substring(0, end);
    }
}
