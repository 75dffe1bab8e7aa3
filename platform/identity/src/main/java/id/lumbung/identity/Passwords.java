package id.lumbung.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords (bcrypt, by the delegating encoder), which is meant to be slow, and so takes no
 * more than a bounded part of the machine: so many at a time, and so many a second of those that
 * may be wrong. Browsers from which their owner logged in before have turns of their own, and wait
 * behind no flood.
 */
@OwnIdentity
@Component
class Passwords {

    /** One who has not used it by then asks for another. */
    static final Duration ONE_TIME = Duration.ofDays(7);

    static final int SHORTEST = 12;

    /** More bytes than that bcrypt would not look at. */
    static final int MOST_BYTES = 72;

    private static final int MOST_WAITING = 100;
    private static final long UNKNOWN_HASHED_A_MINUTE = 30;

    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore turns;
    private final Semaphore turnsOfKnown;
    private final Bucket pace;
    private final Bucket unknown =
            Bucket.builder()
                    .addLimit(limit ->
                            limit.capacity(UNKNOWN_HASHED_A_MINUTE)
                                    .refillGreedy(UNKNOWN_HASHED_A_MINUTE, Duration.ofMinutes(1)))
                    .build();
    private final Duration patience;
    private final Clock clock;
    private volatile long usualNanos = TimeUnit.MILLISECONDS.toNanos(80);

    /** All turns are taken; nothing was looked at. */
    static final class Busy extends Exception {

        private static final long serialVersionUID = 1L;

        Busy() {
            super("No turn to hash a password", null, false, false);
        }
    }

    Passwords(IdentitySettings settings, Clock clock) {
        this.turns = new Semaphore(settings.hashesAtOnce(), true);
        this.turnsOfKnown = new Semaphore(settings.hashesAtOnce(), true);
        this.pace =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(2L * settings.hashesPerSecond())
                                        .refillGreedy(
                                                settings.hashesPerSecond(), Duration.ofSeconds(1)))
                        .build();
        this.patience = settings.hashPatience();
        this.clock = clock;
    }

    /**
     * @param known whether the browser is one from which the person logged in before
     */
    boolean matches(String password, String hash, boolean known) throws Busy {
        if (password.getBytes(UTF_8).length > MOST_BYTES) {
            return false;
        }
        if (!known) {
            awaitPace();
        }
        var turn = known ? turnsOfKnown : turns;
        take(turn);
        try {
            var began = System.nanoTime();
            var matches = encoder.matches(password, hash);
            usualNanos = (3 * usualNanos + System.nanoTime() - began) / 4;
            return matches;
        } finally {
            turn.release();
        }
    }

    /**
     * Takes as long as a wrong password does, for a username that nobody has: who guesses names
     * learns nothing. Beyond some a minute the time is only waited, since that costs no work.
     */
    void pretend(String password) throws Busy {
        if (unknown.tryConsume(1)) {
            take(turns);
            try {
                var _ = encoder.encode(password.substring(0, Math.min(8, password.length())));
            } finally {
                turns.release();
            }
        } else {
            rest(usualNanos);
        }
    }

    /** The hash to keep of a password that someone chose or that was drawn. */
    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    Person.OneTime oneTime(String password) {
        return new Person.OneTime(hash(password), clock.instant().plus(ONE_TIME));
    }

    /** Why a password cannot be chosen, in Indonesian and English; empty if it can. */
    static Optional<Bilingual> objection(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi paling sedikit %d karakter.".formatted(SHORTEST),
                            "A password has %d characters or more.".formatted(SHORTEST)));
        }
        if (password.getBytes(UTF_8).length > MOST_BYTES) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi paling panjang %d karakter.".formatted(MOST_BYTES),
                            "A password has %d characters at the most.".formatted(MOST_BYTES)));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)
                || password.chars().distinct().count() < 5) {
            return Optional.of(
                    new Bilingual(
                            "Kata sandi ini terlalu mudah ditebak.",
                            "This password is too easy to guess."));
        }
        return Optional.empty();
    }

    private void awaitPace() throws Busy {
        try {
            if (!pace.asBlocking().tryConsume(1, patience)) {
                throw new Busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private void take(Semaphore turn) throws Busy {
        try {
            if (turn.getQueueLength() > MOST_WAITING
                    || !turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private static void rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
