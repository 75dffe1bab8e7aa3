package id.lumbung.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.edge.problem.Bilingual;
import java.util.Locale;
import java.util.Optional;

/** Which passwords may be chosen. */
final class PasswordRules {

    static final int MIN_LENGTH = 12;

    /** More bytes than that bcrypt would not look at. */
    static final int MAX_BYTES = 72;

    private static final int MIN_DIFFERENT_LETTERS = 5;

    private PasswordRules() {}

    /** Why a password cannot be chosen; empty if it can. */
    static Optional<Bilingual> objection(String password, String username) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi paling sedikit %d karakter.".formatted(MIN_LENGTH),
                            "A password has %d characters or more.".formatted(MIN_LENGTH)));
        }
        if (isTooLong(password)) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi paling panjang %d karakter.".formatted(MAX_BYTES),
                            "A password has %d characters at the most.".formatted(MAX_BYTES)));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)
                || password.chars().distinct().count() < MIN_DIFFERENT_LETTERS) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi ini terlalu mudah ditebak.",
                            "This password is too easy to guess."));
        }
        return Optional.empty();
    }

    static boolean isTooLong(String password) {
        return password.getBytes(UTF_8).length > MAX_BYTES;
    }
}
