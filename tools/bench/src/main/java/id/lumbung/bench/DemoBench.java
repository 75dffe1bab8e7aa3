package id.lumbung.bench;

import id.lumbung.launcher.stack.DataRemoval;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackPart;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * {@code demo} on data of its own until its table stands, and what each process holds in memory
 * when all is still.
 */
record DemoBench() implements Benchmark {

    private static final double TABLE_WITHIN_SECONDS = 60;
    private static final double SERVICES_MEGABYTES = 1_200;
    private static final double ALL_MEGABYTES = 2_200;
    private static final Duration UNTIL_STILL = Duration.ofSeconds(10);

    private interface AfterTable {
        void look(Path data, Instant began);
    }

    @Override
    public void run(Bench bench) {
        demo((data, began) -> {
            bench.result(
                    Measurement.atMost(
                            "demo on a built tree, to its table",
                            Clocks.seconds(began),
                            "s",
                            TABLE_WITHIN_SECONDS));
            Clocks.pause(UNTIL_STILL);
            memory(bench, StackFile.read(data).orElseThrow());
        });
    }

    /** A demo nobody measures, where no service has run yet: later starts learn from it. */
    static void first(Bench bench) {
        if (!Stack.startsFast()) {
            bench.say("a first run, from which later starts learn");
            demo((_, _) -> {});
        }
    }

    private static void demo(AfterTable afterTable) {
        var data = Bench.folder("lumbung-bench-demo");
        try {
            var began = Instant.now();
            var process = start(data);
            try (var lines = process.inputReader()) {
                if (lines.lines().noneMatch("All sums close."::equals)) {
                    throw new UserError("The sums of ./lumbung demo do not close.");
                }
                afterTable.look(data, began);
            } finally {
                process.destroy();
                var _ = process.waitFor();
            }
            DataRemoval.from(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(Path data) throws IOException {
        var lumbung = Path.of(System.getProperty("lumbung.home", "."), "lumbung").toString();
        return new ProcessBuilder(lumbung, "demo", "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void memory(Bench bench, StackFile stack) {
        var services = 0.0;
        var all = 0.0;
        for (var process : stack.processes()) {
            var megabytes = Resident.megabytes(process.pid());
            bench.result(Measurement.of("resident memory: " + process.name(), megabytes, "MB"));
            all += megabytes;
            if (StackPart.valueOf(process.name().toUpperCase(Locale.ROOT)).isService()) {
                services += megabytes;
            }
        }
        bench.result(
                Measurement.atMost(
                        "resident memory, idle after the demo: the services",
                        services,
                        "MB",
                        SERVICES_MEGABYTES));
        bench.result(
                Measurement.atMost(
                        "resident memory, idle after the demo: all", all, "MB", ALL_MEGABYTES));
    }
}
