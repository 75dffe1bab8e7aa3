package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;

/**
 * What must not grow with the journal: a member's year, a board's page of entries, and a sweep over
 * an outbox with nothing pending, among few entries and among many.
 */
record ReadsBench() implements Benchmark {

    private static final int FEW = MixedEntries.FEW;

    @Override
    public void run(Bench bench) {
        var many = bench.quick() ? 100_000 : 1_000_000;
        bench.onStack(stack -> {
            try (var mongo = Databases.connect(stack.mongodb());
                    var callers = Callers.ofStack(stack.gateway(), stack.data())) {
                var cooperative = BenchCooperative.register(callers.operator());
                new JournalCount(stack).await(1);
                var entries = MixedEntries.of(cooperative, mongo);
                entries.fill(0, FEW);
                var few = ReadTimes.of(stack, callers, entries);
                bench.say("filling the journal with %,d entries".formatted(many));
                entries.fill(FEW, many);
                report(bench, ReadTimes.of(stack, callers, entries), few, many);
            }
        });
    }

    private static void report(Bench bench, ReadTimes among, ReadTimes few, int many) {
        bench.result(
                Measurement.within(
                        "a member's year among %,d entries; beside: %,d".formatted(many, FEW),
                        among.memberYear(),
                        "ms",
                        few.memberYear(),
                        2));
        bench.result(
                Measurement.within(
                        "a board's page of entries, the same", among.page(), "ms", few.page(), 2));
        bench.result(
                Measurement.within(
                        "a sweep with nothing pending, the same",
                        among.sweep(),
                        "ms",
                        few.sweep(),
                        2));
    }
}
