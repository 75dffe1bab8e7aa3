package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import java.util.function.ToDoubleFunction;

/** Sales through the gateway until they are in the journal, all on one machine. */
record SalesBench() implements Benchmark {

    /** Events a second in the national burst, and while outlets that were offline catch up. */
    private static final double BURST = 1_385;

    private static final double CATCH_UP = 2_206;

    /** So many spans until what is often called is compiled, with two cores for all. */
    private static final int WARM_UP = 4;

    @Override
    public void run(Bench bench) {
        bench.onStack(stack -> {
            try (var sender = new Sender(Callers.ofStack(stack.gateway(), stack.data()))) {
                warmUp(bench, stack, sender);
                var singles = costed(bench, stack, sender, "single sales", it -> it.singles(bench));
                bench.result(
                        of(
                                "single sales to the journal, on disk; beside: the burst",
                                singles,
                                BURST,
                                2));
                var batches = costed(bench, stack, sender, "batches", it -> it.batches(bench));
                bench.result(
                        of(
                                "batches to the journal, on disk; beside: the catch-up",
                                batches,
                                CATCH_UP,
                                3));
            }
        });
    }

    private static Measurement of(String name, double rate, double national, double target) {
        return Measurement.ofCeiling(name, rate, "sales/s", national, target);
    }

    /** Says what each sale cost, besides. */
    private static double costed(
            Bench bench,
            Stack stack,
            Sender sender,
            String what,
            ToDoubleFunction<Arrival> sending) {
        var before = Costs.of(stack);
        var made = sender.made();
        var rate = sending.applyAsDouble(new Arrival(stack, sender));
        Costs.of(stack).report(bench, what, before, sender.made() - made);
        return rate;
    }

    static void warmUp(Bench bench, Stack stack, Sender sender) {
        bench.say("warming up");
        var _ =
                sender.batches(
                        sales(stack), Bench.BATCH_SENDERS, Bench.BATCH, bench.span().dividedBy(2));
        var _ = sender.singles(sales(stack), Bench.SENDERS, bench.span().multipliedBy(WARM_UP));
        new JournalCount(stack).await(sender.made());
    }

    static String sales(Stack stack) {
        return stack.gateway() + "/api/pharmacy/sales";
    }
}
