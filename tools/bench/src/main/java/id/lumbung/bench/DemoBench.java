package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackFile;
import id.lumbung.launcher.stack.StackPart;
import java.time.Duration;
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

    @Override
    public void run(Bench bench) {
        DemoRun.untilTable((data, began) -> {
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
            DemoRun.untilTable((_, _) -> {});
        }
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
