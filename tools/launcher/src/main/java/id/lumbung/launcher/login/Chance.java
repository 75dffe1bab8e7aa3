package id.lumbung.launcher.login;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws what nobody can guess: 256 bits. */
final class Chance {

    private static final SecureRandom CHANCE = new SecureRandom();

    private Chance() {}

    /** As text that may stand in an address. */
    static String text() {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
