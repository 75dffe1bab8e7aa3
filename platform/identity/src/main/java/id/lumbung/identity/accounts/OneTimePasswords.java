package id.lumbung.identity.accounts;

import id.lumbung.identity.Secrets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Draws the passwords that officers hand out: each is good once, to choose another. */
class OneTimePasswords {

    /** One who has not used it by then asks for another. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Clock clock;

    OneTimePasswords(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param text shown once, and kept nowhere
     */
    record Drawn(String text, Password password) {

        @Override
        public String toString() {
            return "Drawn";
        }
    }

    Drawn draw() {
        return draw(GOOD_FOR);
    }

    Drawn draw(Duration goodFor) {
        var text = Secrets.oneTimePassword();
        var now = clock.instant();
        return new Drawn(
                text, new Password(String.valueOf(encoder.encode(text)), now.plus(goodFor), now));
    }
}
