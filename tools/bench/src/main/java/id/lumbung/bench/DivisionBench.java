package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.util.List;

/** Closing and dividing a year, beside one reading of its entries, by the number of both. */
record DivisionBench() implements Benchmark {

    private static final List<YearSize> QUICK =
            List.of(new YearSize(1_000, 100), new YearSize(10_000, 10));
    private static final List<YearSize> FULL =
            List.of(
                    new YearSize(1_000, 100),
                    new YearSize(100_000, 100),
                    new YearSize(1_000_000, 10));

    @Override
    public void run(Bench bench) {
        // Each on a stack of its own: what came before would be read, too.
        for (var size : bench.quick() ? QUICK : FULL) {
            bench.onStack(stack -> divide(bench, stack, size));
        }
    }

    private static void divide(Bench bench, Stack stack, YearSize size) {
        try (var callers = Callers.ofStack(stack.gateway(), stack.data());
                var mongo = Databases.connect(stack.mongodb())) {
            var cooperative = BenchCooperative.register(callers.operator());
            var entries = new YearEntries(cooperative, size);
            var journal = new FilledJournal(mongo, entries);
            bench.say("filling the journal: " + size);
            journal.fill();
            var _ = journal.plainRead();
            var read = journal.plainRead();
            var board = callers.board(cooperative);
            var shu = stack.pid(StackPart.SHU);
            var watch = new StepWatch(board, entries, () -> Resident.megabytes(shu));
            var year = new DividedYear(board, callers.supervisor(cooperative), entries, watch);
            var freezing = year.close(mongo);
            var division = year.divide();
            bench.result(
                    within("division: %s; beside: one read".formatted(size), division, read, 2));
            bench.result(
                    within(
                            "the same with freezing; beside: one read",
                            freezing + division,
                            read,
                            4));
            bench.result(
                    Measurement.of(
                            "highest memory of shu-service meanwhile",
                            watch.peakMegabytes(),
                            "MB"));
        }
    }

    private static Measurement within(String name, double seconds, double read, double target) {
        return Measurement.within(name, seconds, "s", read, target);
    }
}
