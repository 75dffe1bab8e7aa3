package id.lumbung.launcher.stack;

import static id.lumbung.launcher.stack.ServiceEnvironment.BEHIND_THE_GATEWAY;

import java.nio.file.Path;
import java.util.Map;

/** The settings of a service by which it knows whom it believes, and proves itself. */
final class IdentityEnvironment {

    private final DataFolder data;
    private final Addresses addresses;
    private final Secrets secrets;

    IdentityEnvironment(DataFolder data, Addresses addresses) {
        this.data = data;
        this.addresses = addresses;
        this.secrets = new Secrets(data.path().resolve("services.json"));
    }

    void addTo(Map<String, String> environment, StackPart part) {
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
