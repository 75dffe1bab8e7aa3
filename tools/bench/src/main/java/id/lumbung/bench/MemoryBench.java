package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import java.util.Map;

/** Sales in batches until they are in the journal, with a database that keeps them in memory. */
record MemoryBench() implements Benchmark {

    private static final double SALES_A_SECOND = 5_000;

    @Override
    public void run(Bench bench) {
        bench.onStack(
                true,
                Map.of(),
                stack -> {
                    try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                        measure(bench, stack, sender);
                    }
                });
    }

    private static void measure(Bench bench, Stack stack, Sender sender) {
        var arrival = new Arrival(stack, sender);
        bench.say("warming up");
        var _ = arrival.batches(bench);
        bench.result(
                Measurement.atLeast(
                        "batches to the journal, in memory",
                        arrival.batches(bench),
                        "sales/s",
                        SALES_A_SECOND));
    }
}
