package id.lumbung.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.identity.IdentitySettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long an answer takes tells nobody whether there is such a username. */
class PasswordsTest {

    @Test
    void aPasswordThatIsTooLongCostsWhatAWrongOneCosts() throws Passwords.Busy {
        var settings =
                Map.of(
                        "lumbung.identity.hashes-per-second", "1",
                        "lumbung.identity.hash-timeout", "1ms");
        var source = new MapConfigurationPropertySource(settings);
        var passwords =
                new Passwords(
                        new Binder(source)
                                .bindOrCreate("lumbung.identity", IdentitySettings.class));
        var hash = passwords.hash("padi menguning di sawah");
        var tooLong = "x".repeat(PasswordRules.MAX_BYTES + 1);
        assertThat(passwords.matches(tooLong, hash, true)).isFalse();
        var began = System.nanoTime();
        assertThat(passwords.matches(tooLong, hash, false)).isFalse();
        assertThat(System.nanoTime() - began).as("hashed").isGreaterThan(5_000_000);
        assertThat(passwords.matches(tooLong, hash, false)).isFalse();
        assertThatThrownBy(() -> passwords.matches(tooLong, hash, false))
                .as("counted as any other")
                .isInstanceOf(Passwords.Busy.class);
    }
}
