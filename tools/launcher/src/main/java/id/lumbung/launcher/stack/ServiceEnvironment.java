package id.lumbung.launcher.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of a service: where the others are, whom it believes, how it proves itself. */
final class ServiceEnvironment {

    private static final List<StackPart> BEHIND_THE_GATEWAY =
            List.of(StackPart.MEMBERSHIP, StackPart.PHARMACY, StackPart.CLINIC, StackPart.SHU);

    private final StackOptions options;
    private final DataFolder data;
    private final Addresses addresses;
    private final Secrets secrets;

    ServiceEnvironment(StackOptions options, DataFolder data, Addresses addresses) {
        this.options = options;
        this.data = data;
        this.addresses = addresses;
        this.secrets = new Secrets(data.path().resolve("services.json"));
    }

    /** Of a part that listens on this port. */
    Map<String, String> of(StackPart part, int port) {
        var environment = new HashMap<>(options.environment());
        if (!part.isService()) {
            return environment;
        }
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.of(StackPart.KAFKA));
        environment.put("MONGODB_URI", addresses.of(StackPart.MONGODB));
        // A year that is replayed, or made up, was recorded long after it happened.
        var _ = environment.putIfAbsent("LUMBUNG_DOUBTFUL_AFTER", "36500d");
        identity(part, environment);
        if (part == StackPart.GATEWAY || part == StackPart.SHU) {
            for (var service : BEHIND_THE_GATEWAY) {
                environment.put("LUMBUNG_" + service.name() + "_URL", addresses.url(service));
            }
        }
        return environment;
    }

    private void identity(StackPart part, Map<String, String> environment) {
        var server = addresses.url(StackPart.MEMBERSHIP);
        environment.putIfAbsent("LUMBUNG_ISSUER_URI", addresses.url(StackPart.GATEWAY));
        environment.putIfAbsent("LUMBUNG_JWK_SET_URI", server + "/oauth2/jwks");
        if (part == StackPart.GATEWAY) {
            return;
        }
        var _ = environment.putIfAbsent("LUMBUNG_KEYSET_FILE", keys(part).toString());
        environment.put("LUMBUNG_TOKEN_URI", server + "/oauth2/token");
        environment.put("LUMBUNG_CLIENT_ID", part.label());
        environment.put("LUMBUNG_CLIENT_SECRET", secrets.of(part));
        if (part == StackPart.MEMBERSHIP) {
            environment.put(
                    "LUMBUNG_FIRST_PASSWORD_FILE", data.resolve("first-password").toString());
            for (var service : BEHIND_THE_GATEWAY) {
                environment.put(
                        "LUMBUNG_IDENTITY_SERVICECLIENTS_%s_SECRET".formatted(service.name()),
                        secrets.of(service));
            }
        }
    }

    /** They must last as long as the database they belong to, and no longer. */
    private Path keys(StackPart part) {
        var besideTheDatabase =
                addresses.isElsewhere(StackPart.MONGODB)
                        ? Path.of(System.getProperty("user.home"), ".lumbung")
                        : data.path().toAbsolutePath();
        return besideTheDatabase.resolve("keys").resolve(part.label());
    }
}
