package id.lumbung.launcher.stack;

import java.util.EnumMap;
import java.util.Map;

/** Where each part listens: on a port of its own, or elsewhere, as the environment says. */
final class Addresses {

    private static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String MONGODB = "MONGODB_URI";

    private final Map<String, String> environment;
    private final Map<StackPart, Integer> ports = new EnumMap<>(StackPart.class);
    private final int controllerPort = Ports.free();

    /**
     * @throws UserError when the gateway's port is asked for and in use
     */
    Addresses(StackOptions options) {
        this.environment = options.environment();
        for (var part : StackPart.values()) {
            ports.put(part, Ports.free());
        }
        if (options.gatewayPort() != 0) {
            if (!Ports.isFree(options.gatewayPort())) {
                throw new UserError(
                        "Port %d is in use. End what listens there, or choose another: --port 8090"
                                .formatted(options.gatewayPort()));
            }
            ports.put(StackPart.GATEWAY, options.gatewayPort());
        }
    }

    /** Whether a part is somebody else's to run. */
    boolean isElsewhere(StackPart part) {
        return (part == StackPart.KAFKA && environment.containsKey(KAFKA))
                || (part == StackPart.MONGODB && environment.containsKey(MONGODB));
    }

    int port(StackPart part) {
        return ports.getOrDefault(part, 0);
    }

    /** What the broker elects its controller on. */
    int controllerPort() {
        return controllerPort;
    }

    /** By which others reach a part. */
    String of(StackPart part) {
        return switch (part) {
            case KAFKA -> environment.getOrDefault(KAFKA, "127.0.0.1:" + port(part));
            case MONGODB -> environment.getOrDefault(MONGODB, "mongodb://127.0.0.1:" + port(part));
            case MEMBERSHIP, PHARMACY, CLINIC, SHU, GATEWAY -> url(part);
        };
    }

    String url(StackPart service) {
        return "http://127.0.0.1:" + port(service);
    }
}
