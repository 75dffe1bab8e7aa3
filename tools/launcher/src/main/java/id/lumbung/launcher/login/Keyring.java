package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.PrivateFile;
import id.lumbung.launcher.stack.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the launcher proves itself by on a stack of its own, in a file only its owner may read. */
final class Keyring {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    record Content(Map<String, OwnKey> keys) {}

    Keyring(Path data) {
        this.file = data.resolve("logins.json");
    }

    Optional<OwnKey> find(String owner) {
        return Optional.ofNullable(read().get(owner));
    }

    void put(String owner, OwnKey key) {
        var keys = read();
        var _ = keys.put(owner, key);
        write(keys);
    }

    /** Of a database that is no more. */
    void forget() {
        write(new TreeMap<>());
    }

    private Map<String, OwnKey> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return new TreeMap<>(JSON.readValue(file, Content.class).keys());
        } catch (JacksonException _) {
            throw new UserError(
                    "%s cannot be read. Put it back, or start anew: ./lumbung up --fresh"
                            .formatted(file));
        }
    }

    private void write(Map<String, OwnKey> keys) {
        PrivateFile.write(file, JSON.writeValueAsString(new Content(keys)));
    }
}
