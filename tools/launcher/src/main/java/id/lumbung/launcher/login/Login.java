package id.lumbung.launcher.login;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Someone's token, drawn anew a minute before it ends. */
public final class Login implements Supplier<Optional<String>> {

    private static final long REFRESHED_BEFORE_SECONDS = 60;

    private final Source source;
    private @Nullable Token token;

    /**
     * @param until when it ends
     * @param refreshToken by which the next one is got; null where the source asks as it did before
     */
    public record Token(String value, Instant until, @Nullable String refreshToken) {

        /** Says nothing of the token. */
        @Override
        public String toString() {
            return "Token until " + until;
        }
    }

    /** Where tokens come from. */
    interface Source {

        Token draw(@Nullable Token before);
    }

    Login(Source source) {
        this.source = source;
    }

    /** With a token that was given, for as long as it lasts. */
    static Login with(String token) {
        return new Login(_ -> new Token(token, Instant.MAX, null));
    }

    public synchronized Token token() {
        var now = token;
        if (now == null
                || !Instant.now().plusSeconds(REFRESHED_BEFORE_SECONDS).isBefore(now.until())) {
            now = source.draw(now);
            token = now;
        }
        return now;
    }

    @Override
    public Optional<String> get() {
        return Optional.of(token().value());
    }
}
