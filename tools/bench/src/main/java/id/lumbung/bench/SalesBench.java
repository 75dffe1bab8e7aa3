package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import java.time.Instant;
import java.util.Map;

/** Sales through the gateway until they are in the journal, all on one machine. */
record SalesBench(boolean memory) implements Benchmark {

    /** Events a second in the national burst, and while outlets that were offline catch up. */
    private static final double BURST = 1_385;

    private static final double CATCH_UP = 2_206;
    private static final double IN_MEMORY = 5_000;

    /** So many spans until what is often called is compiled, with two cores for all. */
    private static final int WARM_UP = 4;

    @Override
    public void run(Bench bench) {
        bench.onStack(
                memory,
                Map.of(),
                stack -> {
                    try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                        if (memory) {
                            inMemory(bench, stack, sender);
                        } else {
                            onDisk(bench, stack, sender);
                        }
                    }
                });
    }

    private static void onDisk(Bench bench, Stack stack, Sender sender) {
        warmUp(bench, stack, sender);
        var atFirst = Costs.of(stack);
        var made = sender.made();
        var singles =
                journalled(
                        stack,
                        sender,
                        () -> sender.singles(sales(stack), Bench.SENDERS, bench.span()));
        bench.result(
                Measurement.ofCeiling(
                        "single sales to the journal, on disk; beside: the burst",
                        singles,
                        "sales/s",
                        BURST,
                        2));
        Costs.of(stack).report(bench, "single sales", atFirst, sender.made() - made);
        var then = Costs.of(stack);
        var madeThen = sender.made();
        var batches = journalled(stack, sender, () -> batches(bench, stack, sender));
        Costs.of(stack).report(bench, "batches", then, sender.made() - madeThen);
        bench.result(
                Measurement.ofCeiling(
                        "batches to the journal, on disk; beside: the catch-up",
                        batches,
                        "sales/s",
                        CATCH_UP,
                        3));
    }

    private static void inMemory(Bench bench, Stack stack, Sender sender) {
        bench.say("warming up");
        var _ = batches(bench, stack, sender);
        new JournalCount(stack).await(sender.made());
        bench.result(
                Measurement.atLeast(
                        "batches to the journal, in memory",
                        journalled(stack, sender, () -> batches(bench, stack, sender)),
                        "sales/s",
                        IN_MEMORY));
    }

    static void warmUp(Bench bench, Stack stack, Sender sender) {
        bench.say("warming up");
        var _ =
                sender.batches(
                        sales(stack), Bench.BATCH_SENDERS, Bench.BATCH, bench.span().dividedBy(2));
        var _ = sender.singles(sales(stack), Bench.SENDERS, bench.span().multipliedBy(WARM_UP));
        new JournalCount(stack).await(sender.made());
    }

    private static double batches(Bench bench, Stack stack, Sender sender) {
        return sender.batches(sales(stack), Bench.BATCH_SENDERS, Bench.BATCH, bench.span());
    }

    static String sales(Stack stack) {
        return stack.gateway() + "/api/pharmacy/sales";
    }

    /** Sales a second from the first that is sent to the last that is journalled. */
    private static double journalled(Stack stack, Sender sender, Rates.Sending sending) {
        var before = sender.made();
        var began = Instant.now();
        var _ = sending.run();
        new JournalCount(stack).await(sender.made());
        return (sender.made() - before) / Clocks.seconds(began);
    }
}
