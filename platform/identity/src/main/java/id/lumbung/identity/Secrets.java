package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.edge.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets that we draw ourselves, 256 bits of chance: nobody guesses those, so one round of SHA-256
 * keeps them, and a thousand outlets that renew their tokens cost nothing. Passwords of people are
 * not kept this way.
 */
public final class Secrets implements PasswordEncoder {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int ONE_TIME_LENGTH = 16;

    public static String draw() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A password to be read out and typed once: 80 bits, such as {@code abcd-efgh-ijkm-npqr}. */
    public static String oneTimePassword() {
        var text = new StringBuilder();
        for (var i = 0; i < ONE_TIME_LENGTH; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    public static String hash(String secret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(secret.getBytes(UTF_8)));
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return hash(String.valueOf(secret));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        return secret != null
                && hash != null
                && MessageDigest.isEqual(
                        hash(secret.toString()).getBytes(UTF_8), hash.getBytes(UTF_8));
    }
}
