package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentitySettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Where fewer than two operators can come in, a start makes those that are missing, each with a
 * one-time password that is shown once: two, since nobody is given an office by one person alone.
 * Nobody else ever gets a password unasked, and none is the same anywhere.
 */
class FirstOperators implements ApplicationRunner {

    static final String USERNAME = "operator";

    /** What needs two persons can be done by no fewer. */
    private static final int NEEDED = 2;

    /** The same for every instance that starts first, so that one of them wins. */
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private static final Duration GOOD_FOR = Duration.ofDays(365);

    private final Logins logins;
    private final OneTimePasswords passwords;
    private final @Nullable Path file;
    private final AuditLog audit;
    private final Clock clock;

    FirstOperators(
            Logins logins,
            OneTimePasswords passwords,
            IdentitySettings settings,
            AuditLog audit,
            Clock clock) {
        this.logins = logins;
        this.passwords = passwords;
        this.file = settings.firstPasswordFile();
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (var number = 1; logins.operators() < NEEDED; number++) {
            var id =
                    new UUID(
                            FIRST.getMostSignificantBits(),
                            FIRST.getLeastSignificantBits() + number - 1);
            var username = number == 1 ? USERNAME : USERNAME + "-" + number;
            if (logins.find(id).isEmpty() && logins.named(username).isEmpty()) {
                make(id, username);
            }
        }
    }

    private void make(UUID id, String username) {
        var drawn = passwords.draw(GOOD_FOR);
        var place = new Place(username, Set.of(Role.OPERATOR), null, Set.of(), null, null);
        var operator = Login.given(id, place, drawn.password(), Actor.UNKNOWN, clock.instant());
        audit.record(
                IdentityAction.LOGIN_GIVEN.name(),
                AuditLog.PLATFORM,
                id.toString(),
                Role.OPERATOR.name());
        if (file == null) {
            if (logins.add(operator)) {
                System.out.printf(
                        "An operator may log in as '%s' with the one-time password %s%nIt is shown this once. Log in and choose another.%n",
                        username, drawn.text());
            }
            return;
        }
        // Written before the login is made: where it cannot be written, the next start tries anew.
        var target = username.equals(USERNAME) ? file : beside(file, username);
        var written = PasswordFile.write(target, drawn.text());
        if (logins.add(operator)) {
            written.moveTo(target);
            System.out.printf(
                    "An operator may log in as '%s'; the one-time password stands in %s.%n",
                    username, target);
        } else {
            written.delete();
        }
    }

    /** Another file for another person. */
    private static Path beside(Path file, String username) {
        return file.resolveSibling(file.getFileName() + "-" + username);
    }
}
