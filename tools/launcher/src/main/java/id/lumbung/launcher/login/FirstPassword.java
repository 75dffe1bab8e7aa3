package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first password of an operator, which stands in a file until it is used. */
final class FirstPassword {

    private final String username;
    private final Path file;

    private FirstPassword(String username, Path file) {
        this.username = username;
        this.file = file;
    }

    /** Of the two operators that a database begins with. */
    static void takeOverAll(Path data, LoginServer server, Keyring keyring) {
        new FirstPassword(OwnLogins.OPERATOR, data.resolve("first-password"))
                .takeOver(server, keyring);
        new FirstPassword(
                        OwnLogins.SECOND_OPERATOR,
                        data.resolve("first-password-" + OwnLogins.SECOND_OPERATOR))
                .takeOver(server, keyring);
    }

    /** Uses it at once, and draws another. */
    private void takeOver(LoginServer server, Keyring keyring) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var oneTime = Files.readString(file).strip();
            var before = keyring.find(username);
            if (before.isPresent() && isTaken(server, before.get())) {
                // Chosen by a launcher that ended before it could delete the file.
                Files.delete(file);
                return;
            }
            if (username.equals(OwnLogins.OPERATOR)) {
                keyring.forget();
            }
            var chosen = Chance.text();
            keyring.put(username, new OwnKey(username, chosen));
            var _ = server.logIn(username, oneTime, chosen);
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
