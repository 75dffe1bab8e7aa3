package id.lumbung.identity.login;

import id.lumbung.edge.problem.Bilingual;
import id.lumbung.identity.IdentitySettings;
import id.lumbung.identity.accounts.Login;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords (bcrypt, by the delegating encoder), which is meant to be slow, and so takes no
 * more than a bounded part of the machine: so many at a time, and so many a second of those that
 * may be wrong. Browsers from which their owner logged in before have permits of their own, and
 * wait behind no flood.
 */
class Passwords {

    private static final int MAX_WAITING = 100;
    private static final String NOBODYS = "longer than anybody's";

    private final PasswordEncoder encoder =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final Semaphore permits;
    private final Semaphore permitsOfKnown;
    private final Bucket pace;
    private final Duration timeout;
    private volatile long usualNanos = TimeUnit.MILLISECONDS.toNanos(80);

    /** All permits are taken; nothing was looked at. */
    static final class Busy extends Exception {

        private static final long serialVersionUID = 1L;

        Busy() {
            super("No permit to hash a password", null, false, false);
        }
    }

    Passwords(IdentitySettings settings) {
        this.permits = new Semaphore(settings.hashesAtOnce(), true);
        this.permitsOfKnown = new Semaphore(settings.hashesAtOnce(), true);
        this.pace =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(2L * settings.hashesPerSecond())
                                        .refillGreedy(
                                                settings.hashesPerSecond(), Duration.ofSeconds(1)))
                        .build();
        this.timeout = settings.hashTimeout();
    }

    /**
     * @param known whether the browser is one from which the person logged in before
     */
    boolean matches(String password, String hash, boolean known) throws Busy {
        // One that nobody can have costs the same: how long it takes tells nothing of the username.
        var isTooLong = PasswordRules.isTooLong(password);
        var tried = isTooLong ? NOBODYS : password;
        if (!known) {
            awaitPace();
        }
        var permit = known ? permitsOfKnown : permits;
        take(permit);
        try {
            var began = System.nanoTime();
            var matches = encoder.matches(tried, hash) && !isTooLong;
            usualNanos = (3 * usualNanos + System.nanoTime() - began) / 4;
            return matches;
        } finally {
            permit.release();
        }
    }

    /**
     * Takes as long as a wrong password does, for a username that nobody has: who guesses names
     * learns nothing. The time is only waited: a guess at a name costs no work.
     */
    void pretend() throws Busy {
        var untilItsTurn = pace.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (untilItsTurn > timeout.toNanos()) {
            throw new Busy();
        }
        rest(untilItsTurn + usualNanos);
    }

    /** The hash to keep of a password that someone chose or that was drawn. */
    String hash(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /**
     * Why a password cannot take the place of the one that the person has; empty if it can.
     *
     * @param again the same, typed once more
     */
    Optional<Bilingual> objection(Login login, String password, String again) {
        if (!password.equals(again)) {
            return Optional.of(
                    new Bilingual(
                            "Kedua kata sandi tidak sama.", "The two passwords are not the same."));
        }
        try {
            if (matches(password, login.password().hash(), true)) {
                return Optional.of(
                        new Bilingual(
                                "Ini kata sandi yang lama. Pilih yang lain.",
                                "This is the password you had. Choose another."));
            }
        } catch (Busy _) {
            return Optional.of(LoginRefused.busy().said());
        }
        return PasswordRules.objection(password, login.username());
    }

    private void awaitPace() throws Busy {
        try {
            if (!pace.asBlocking().tryConsume(1, timeout)) {
                throw new Busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private void take(Semaphore permit) throws Busy {
        try {
            if (permit.getQueueLength() > MAX_WAITING
                    || !permit.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
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
