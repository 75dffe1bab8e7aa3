package id.lumbung.launcher.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What each service proves itself by to the others: drawn once for a data folder. */
final class Secrets {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> secrets;

    record Content(Map<String, String> services) {}

    /** Reads the file, or draws and writes it where there is none. */
    Secrets(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, JSON.writeValueAsString(new Content(drawn())));
            }
            secrets = Map.copyOf(JSON.readValue(file, Content.class).services());
        } catch (JacksonException _) {
            throw new UserError("%s cannot be read. Delete it: another is made.".formatted(file));
        }
    }

    private static Map<String, String> drawn() {
        var chance = new SecureRandom();
        var drawn = new TreeMap<String, String>();
        for (var service : StackPart.SERVICES) {
            var bytes = new byte[32];
            chance.nextBytes(bytes);
            var _ =
                    drawn.put(
                            service.label(),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return drawn;
    }

    String of(StackPart service) {
        return String.valueOf(secrets.get(service.label()));
    }
}
