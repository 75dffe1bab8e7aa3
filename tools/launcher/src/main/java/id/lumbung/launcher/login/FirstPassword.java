package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first password of a database, which stands in a file until it is used. */
final class FirstPassword {

    private final Path file;

    FirstPassword(Path data) {
        this.file = data.resolve("first-password");
    }

    /** Uses it at once, and draws another. */
    void takeOver(LoginServer server, Keyring keyring) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var oneTime = Files.readString(file).strip();
            var before = keyring.find(OwnLogins.OPERATOR);
            if (before.isPresent() && isTaken(server, before.get())) {
                // Chosen by a launcher that ended before it could delete the file.
                Files.delete(file);
                return;
            }
            keyring.forget();
            var chosen = Chance.text();
            keyring.put(OwnLogins.OPERATOR, new OwnKey(OwnLogins.OPERATOR, chosen));
            var _ = server.logIn(OwnLogins.OPERATOR, oneTime, chosen);
            Files.delete(file);
        } catch (IOException e) {
            throw new UserError("The first password cannot be used: %s".formatted(e.getMessage()));
        }
    }

    private static boolean isTaken(LoginServer server, OwnKey key) {
        try {
            var _ = server.logIn(key.name(), key.secret(), "");
            return true;
        } catch (UserError _) {
            return false;
        }
    }
}
