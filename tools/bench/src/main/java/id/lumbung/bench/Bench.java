package id.lumbung.bench;

import id.lumbung.launcher.stack.DataRemoval;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the measurements share: how long each takes, stacks of their own in temporary folders, and
 * where their results go.
 *
 * @param quick whether they are short, for a look
 * @param progress gets a sentence for each thing that happens
 */
record Bench(boolean quick, Consumer<String> progress, Consumer<Measurement> results) {

    static final int SENDERS = 64;
    static final int BATCH_SENDERS = 6;
    static final int BATCH = 250;

    Duration span() {
        return Duration.ofSeconds(quick ? 5 : 20);
    }

    void say(String line) {
        progress.accept(line);
    }

    void result(Measurement measurement) {
        results.accept(measurement);
    }

    void onStack(OnStack measurement) {
        onStack(false, Map.of(), measurement);
    }

    /**
     * On a stack where all that comes from one caller is counted by the gateway, but not held back.
     *
     * @param memory whether the database keeps its data in memory only
     * @param settings that the services read from their environment
     */
    void onStack(boolean memory, Map<String, String> settings, OnStack measurement) {
        var data = folder("lumbung-bench");
        var options =
                StackOptions.on(data)
                        .inMemory(memory)
                        .with("LUMBUNG_OPEN_METRICS", "true")
                        .with("LUMBUNG_GATEWAY_LIMITS_CALLER_PERSECOND", "1000000")
                        .with("LUMBUNG_GATEWAY_LIMITS_CALLER_BURST", "1000000");
        for (var setting : settings.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        try (var stack = new Stack(options, progress)) {
            measurement.run(stack.startAll());
        }
        DataRemoval.from(data);
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
