package id.lumbung.launcher.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of a service: where it listens, and where the others are. */
final class ServiceEnvironment {

    static final List<StackPart> BEHIND_THE_GATEWAY =
            List.of(StackPart.MEMBERSHIP, StackPart.PHARMACY, StackPart.CLINIC, StackPart.SHU);

    private final StackOptions options;
    private final Addresses addresses;
    private final IdentityEnvironment identity;

    ServiceEnvironment(StackOptions options, DataFolder data, Addresses addresses) {
        this.options = options;
        this.addresses = addresses;
        this.identity = new IdentityEnvironment(data, addresses);
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
        identity.addTo(environment, part);
        if (part == StackPart.MEMBERSHIP) {
            environment.put("LUMBUNG_SHU_URL", addresses.url(StackPart.SHU));
        }
        if (part == StackPart.GATEWAY || part == StackPart.SHU) {
            for (var service : BEHIND_THE_GATEWAY) {
                environment.put("LUMBUNG_" + service.name() + "_URL", addresses.url(service));
            }
        }
        return environment;
    }
}
