package id.lumbung.village.replay;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.Progress;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.BatchSender;
import id.lumbung.village.life.VillageRegistration;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Sends a pharmacy's hours through the gateway as an outlet that catches up, and sees to it that
 * the journal has them. Memory holds the sales under way, one number for each day, and the ids of
 * one day.
 *
 * @param err for progress and bad rows
 */
public record Replay(Callers callers, PrintStream err) {

    /**
     * @param members the cooperative has
     * @param seed by which buyers and times within the hour are chosen
     * @param rows to read at the most; all where 0
     * @param perSecond sales at the most; unlimited where 0
     */
    public record Options(Path file, int members, long seed, long rows, double perSecond) {}

    public Outcome run(Options options) {
        var totals = new ControlTotals(callers.operator());
        var sight = FileSight.of(options.file());
        var replayed = ReplayVillage.of(options, sight);
        var village = replayed.village();
        new VillageRegistration(callers, village).all();
        var outlet = village.outlet("PHARMACY");
        err.printf("Outlet %s of cooperative %s%n", outlet, village.cooperativeId());

        var whole = options.rows() > 0 ? Math.min(options.rows(), sight.lines()) : sight.lines();
        var progress = new Progress(err, Progress.isTerminal(), "sending", "sales", whole);
        var began = System.nanoTime();
        var gateway = callers.outlet(outlet);
        try (var sender =
                new BatchSender(gateway, ReplayCounter.ZONE, options.perSecond(), progress::say)) {
            var rows = new ReplayRows(replayed.counter(), sender, progress);
            rows.send(options.file(), options.rows());
            sender.await();
            progress.end(rows.sums().read(), sender.sent().sales());
            new JournalArrival(totals, err).await(outlet, sender.taken());
            var seconds = (System.nanoTime() - began) / 1e9;
            var partly = options.rows() > 0 ? rows.lastDay() : null;
            var journalled = JournalledSales.of(totals, outlet, sender.taken().keySet(), partly);
            return Outcome.of(rows.sums(), sender.sent(), journalled, seconds);
        }
    }
}
