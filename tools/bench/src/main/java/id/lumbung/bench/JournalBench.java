package id.lumbung.bench;

import id.lumbung.launcher.stack.StackPart;
import java.time.Instant;

/** From a backlog into the journal, beside a bare loop and beside one record, one save. */
record JournalBench() implements Benchmark {

    @Override
    public void run(Bench bench) {
        var events = bench.quick() ? 40_000 : 150_000;
        var warmUp = bench.quick() ? 100_000 : 400_000;
        bench.onStack(stack -> {
            try (var backlog = new Backlog(stack.kafka(), stack.mongodb())) {
                stack.end(StackPart.SHU);
                backlog.pileUp(warmUp + events);
                bench.say("%,d events wait".formatted(warmUp + events));
                var _ = backlog.bareLoop(events);
                var ceiling = backlog.bareLoop(events);
                var floor = backlog.oneByOne(bench.quick() ? 1_000 : 4_000);
                stack.start(StackPart.SHU);
                var journal = new JournalCount(stack);
                journal.await(warmUp);
                var began = Instant.now();
                var already = journal.now();
                journal.await(warmUp + events);
                var ours = (warmUp + events - already) / Clocks.seconds(began);
                bench.result(
                        Measurement.ofCeiling(
                                "journal from a backlog; beside: a bare loop",
                                ours,
                                "events/s",
                                ceiling,
                                0.75));
                bench.result(
                        Measurement.ofCeiling(
                                "journal from a backlog; beside: one record, one save",
                                ours,
                                "events/s",
                                floor,
                                10));
            }
        });
    }
}
