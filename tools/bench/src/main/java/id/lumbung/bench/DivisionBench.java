package id.lumbung.bench;

import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Closing and dividing a year, beside one reading of its entries, by the number of both. */
record DivisionBench() implements Benchmark {

    private record Size(int members, int entriesEach) {

        @Override
        public String toString() {
            return "%,d members, %d entries each".formatted(members, entriesEach);
        }
    }

    private static final List<Size> QUICK = List.of(new Size(1_000, 100), new Size(10_000, 10));
    private static final List<Size> FULL =
            List.of(new Size(1_000, 100), new Size(100_000, 100), new Size(1_000_000, 10));

    @Override
    public void run(Bench bench) {
        // Each on a stack of its own: what came before would be read, too.
        for (var size : bench.quick() ? QUICK : FULL) {
            bench.onStack(stack -> divide(bench, stack, size));
        }
    }

    private static void divide(Bench bench, Stack stack, Size size) {
        var cooperative = UUID.randomUUID();
        try (var callers = Callers.ofStack(stack.gateway(), stack.data());
                var mongo = Databases.connect(stack.mongodb())) {
            callers.operator()
                    .put(
                            "/api/membership/cooperatives/" + cooperative,
                            Map.of(
                                    "name", "KDMP Tambong",
                                    "villageCode", "35.10.14.2014",
                                    "kind", "VILLAGE",
                                    "zone", "WIB"));
            var year =
                    new DividedYear(
                            callers.board(cooperative),
                            callers.supervisor(cooperative),
                            mongo,
                            cooperative,
                            size.members(),
                            size.entriesEach());
            bench.say("filling the journal: " + size);
            year.fill();
            var shu = stack.pid(StackPart.SHU);
            var _ = year.plainRead();
            var read = year.plainRead();
            var freezing = year.close(() -> Resident.megabytes(shu));
            var division = year.divide(() -> Resident.megabytes(shu));
            bench.result(
                    Measurement.within(
                            "division: %s; beside: one read".formatted(size),
                            division,
                            "s",
                            read,
                            2));
            bench.result(
                    Measurement.within(
                            "the same with freezing; beside: one read",
                            freezing + division,
                            "s",
                            read,
                            4));
            bench.result(
                    Measurement.of(
                            "highest memory of shu-service meanwhile", year.peakMegabytes(), "MB"));
        }
    }
}
