package id.lumbung.bench;

import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.time.Instant;

/**
 * The whole stack from nothing to ready, on data and caches that are there already, beside its five
 * services started one after the other, each alone.
 */
record StartBench() implements Benchmark {

    private static final double READY_WITHIN_SECONDS = 12;

    @Override
    public void run(Bench bench) {
        bench.onStack(stack -> {
            StackPart.SERVICES.forEach(stack::end);
            var eachAlone = 0.0;
            for (var service : StackPart.SERVICES) {
                eachAlone += alone(bench, stack, service);
            }
            stack.end(StackPart.KAFKA);
            stack.end(StackPart.MONGODB);
            var began = Instant.now();
            stack.startParts();
            var together = Clocks.seconds(began);
            bench.result(
                    Measurement.within(
                            "start of the whole stack; beside: its services one by one",
                            together,
                            "s",
                            eachAlone,
                            0.5));
            bench.result(Measurement.atMost("the same", together, "s", READY_WITHIN_SECONDS));
        });
    }

    private static double alone(Bench bench, Stack stack, StackPart service) {
        var began = Instant.now();
        stack.start(service);
        var seconds = Clocks.seconds(began);
        stack.end(service);
        bench.result(Measurement.of("start of %s alone".formatted(service.label()), seconds, "s"));
        return seconds;
    }
}
