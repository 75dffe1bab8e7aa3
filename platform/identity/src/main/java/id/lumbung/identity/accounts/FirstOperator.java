package id.lumbung.identity.accounts;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.Actor;
import id.lumbung.backbone.security.Role;
import id.lumbung.identity.IdentityAction;
import id.lumbung.identity.IdentitySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Where nobody can log in yet, makes one operator with a one-time password, which is shown once.
 * Nobody else ever gets a password unasked, and none is the same anywhere.
 */
class FirstOperator implements ApplicationRunner {

    static final String USERNAME = "operator";

    /** The same for every instance that starts first, so that one of them wins. */
    private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private static final Duration GOOD_FOR = Duration.ofDays(365);

    private final Logins logins;
    private final OneTimePasswords passwords;
    private final IdentitySettings settings;
    private final AuditLog audit;
    private final Clock clock;

    FirstOperator(
            Logins logins,
            OneTimePasswords passwords,
            IdentitySettings settings,
            AuditLog audit,
            Clock clock) {
        this.logins = logins;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!logins.isEmpty()) {
            return;
        }
        var drawn = passwords.draw(GOOD_FOR);
        var place = new Login.Place(USERNAME, Set.of(Role.OPERATOR), null, Set.of(), null, null);
        var operator = Login.given(ID, place, drawn.password(), Actor.UNKNOWN, clock.instant());
        var _ =
                audit.record(
                        IdentityAction.LOGIN_GIVEN.name(),
                        AuditLog.PLATFORM,
                        ID.toString(),
                        Role.OPERATOR.name());
        var file = settings.firstPasswordFile();
        if (file == null) {
            if (logins.add(operator)) {
                System.out.printf(
                        "The first operator may log in as '%s' with the one-time password %s%nIt is shown this once. Log in and choose another.%n",
                        USERNAME, drawn.text());
            }
            return;
        }
        // Written before the login is made: where it cannot be written, the next start tries anew.
        var written = write(file, drawn.text());
        if (logins.add(operator)) {
            move(written, file);
            System.out.printf(
                    "The first operator may log in as '%s'; the one-time password stands in %s.%n",
                    USERNAME, file);
        } else {
            delete(written);
        }
    }

    /** To a file beside the one that is asked for, readable by its owner only. */
    private static Path write(Path file, String password) {
        var beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        try {
            var onlyForItsOwner =
                    file.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? new FileAttribute<?>[] {
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------"))
                            }
                            : new FileAttribute<?>[0];
            var created = Files.createFile(beside, onlyForItsOwner);
            return Files.writeString(created, password + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The first password cannot be written to " + file, e);
        }
    }

    private static void move(Path written, Path file) {
        try {
            var _ = Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The first password stands in %s and cannot be moved to %s"
                            .formatted(written, file),
                    e);
        }
    }

    private static void delete(Path written) {
        try {
            Files.delete(written);
        } catch (IOException e) {
            throw new UncheckedIOException(written + " holds no password and can be deleted", e);
        }
    }
}
