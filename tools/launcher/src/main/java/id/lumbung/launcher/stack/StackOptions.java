package id.lumbung.launcher.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a stack is to be started.
 *
 * @param data where everything is kept
 * @param gatewayPort 0 for any that is free
 * @param memory whether the embedded database keeps its data in memory only
 * @param detached whether the processes go on when this one ends
 * @param caches whether classes are cached, for fast starts, at the price of a slow first one
 * @param environment what the services see besides: {@code KAFKA_BOOTSTRAP_SERVERS} and {@code
 *     MONGODB_URI} replace the embedded parts
 */
public record StackOptions(
        Path data,
        int gatewayPort,
        boolean memory,
        boolean detached,
        boolean caches,
        Map<String, String> environment) {

    private static final List<String> PASSED_ON =
            List.of("KAFKA_BOOTSTRAP_SERVERS", "MONGODB_URI", "LUMBUNG_KEYSET_FILE");

    /** On this folder, with the addresses that our own environment gives. */
    public static StackOptions on(Path data) {
        return new StackOptions(data, 0, false, false, true, addresses());
    }

    /** With embedded parts only, whatever our environment says, and without caches. */
    public static StackOptions embedded(Path data) {
        return new StackOptions(data, 0, false, false, false, Map.of());
    }

    public StackOptions withPort(int port) {
        return new StackOptions(data, port, memory, detached, caches, environment);
    }

    public StackOptions inMemory(boolean memory) {
        return new StackOptions(data, gatewayPort, memory, detached, caches, environment);
    }

    public StackOptions detached(boolean detached) {
        return new StackOptions(data, gatewayPort, memory, detached, caches, environment);
    }

    public StackOptions withoutCaches() {
        return new StackOptions(data, gatewayPort, memory, detached, false, environment);
    }

    /** With a setting that the services read from their environment. */
    public StackOptions with(String name, String value) {
        var more = new HashMap<>(environment);
        more.put(name, value);
        return new StackOptions(data, gatewayPort, memory, detached, caches, Map.copyOf(more));
    }

    private static Map<String, String> addresses() {
        var found = new HashMap<String, String>();
        for (var name : PASSED_ON) {
            var value = System.getenv(name);
            if (value != null && !value.isBlank()) {
                found.put(name, value);
            }
        }
        return Map.copyOf(found);
    }
}
