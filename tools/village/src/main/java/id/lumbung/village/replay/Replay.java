package id.lumbung.village.replay;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.ControlTotals.Book;
import id.lumbung.launcher.client.JournalWatch;
import id.lumbung.launcher.client.Progress;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.BatchSender;
import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Sends a pharmacy's hours through the gateway as an outlet that catches up, and sees to it that
 * the journal has them. Memory holds the sales under way, one number for each day, and the ids of
 * one day.
 */
public final class Replay {

    private static final Duration NOTHING_COMES = Duration.ofSeconds(60);

    private final Callers callers;
    private final ControlTotals totals;
    private final PrintStream err;
    private final boolean terminal = Progress.isTerminal();

    /**
     * @param members the cooperative has
     * @param seed by which buyers and times within the hour are chosen
     * @param rows to read at the most; all where 0
     * @param perSecond sales at the most; unlimited where 0
     */
    public record Options(Path file, int members, long seed, long rows, double perSecond) {}

    private long rowsRead;
    private long rowsRefused;
    private long rowsWithout;
    private long unitsInFile;
    private LocalDate lastDay = LocalDate.MIN;
    private final Set<UUID> idsOfLastDay = new HashSet<>();

    /**
     * @param err where progress and bad rows are told
     */
    public Replay(Callers callers, PrintStream err) {
        this.callers = callers;
        this.totals = new ControlTotals(callers.operator());
        this.err = err;
    }

    public Outcome run(Options options) {
        var sight = HourFile.sight(options.file());
        var ids =
                new FactIds(
                        "%s seed %d members %d"
                                .formatted(sight.digest(), options.seed(), options.members()));
        var village =
                Village.found(
                        ids,
                        "Tambong",
                        "35.10.14.2014",
                        firstDay(options.file()).withDayOfYear(1),
                        options.members(),
                        List.of("PHARMACY"));
        village.register(callers);
        var outlet = village.outlet("PHARMACY");
        err.printf("Outlet %s of cooperative %s%n", outlet, village.cooperativeId());

        var counter = new ReplayCounter(ids, village.cooperativeId(), outlet, village.memberIds());
        var rows = options.rows() > 0 ? Math.min(options.rows(), sight.lines()) : sight.lines();
        var progress = new Progress(err, terminal, "sending", "sales", rows);
        var began = System.nanoTime();
        try (var sender =
                new BatchSender(
                        callers.outlet(outlet),
                        ReplayCounter.ZONE,
                        options.perSecond(),
                        progress::say)) {
            send(options, counter, sender, progress);
            sender.await();
            var sent = sender.sent();
            progress.end(rowsRead, sent.sales());
            awaitJournal(outlet, sender);
            return outcome(options, outlet, sent, sender.taken().keySet(), began);
        }
    }

    private static LocalDate firstDay(Path file) {
        try (var rows = HourFile.open(file)) {
            while (rows.hasNext()) {
                if (rows.next() instanceof HourFile.Hour hour) {
                    return hour.hour().toLocalDate();
                }
            }
            return LocalDate.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(
            Options options, ReplayCounter counter, BatchSender sender, Progress progress) {
        try (var rows = HourFile.open(options.file())) {
            while (rows.hasNext() && (options.rows() <= 0 || rowsRead < options.rows())) {
                rowsRead++;
                switch (rows.next()) {
                    case HourFile.Refused bad -> {
                        rowsRefused++;
                        progress.say("line %d refused: %s".formatted(bad.line(), bad.reason()));
                    }
                    case HourFile.Hour hour -> sell(hour, counter, sender);
                }
                progress.at(rowsRead, sender.sent().sales());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sell(HourFile.Hour hour, ReplayCounter counter, BatchSender sender) {
        if (hour.units().isEmpty()) {
            rowsWithout++;
            return;
        }
        unitsInFile += hour.total();
        var day = hour.hour().toLocalDate();
        if (!day.equals(lastDay)) {
            lastDay = day;
            idsOfLastDay.clear();
        }
        for (var sale : counter.sales(hour)) {
            var _ = idsOfLastDay.add(sale.id());
            sender.send(sale);
        }
    }

    private void awaitJournal(UUID outlet, BatchSender sender) {
        var expected = sender.taken();
        var whole = expected.values().stream().mapToLong(Long::longValue).sum();
        var progress = new Progress(err, terminal, "journal", "sales", whole);
        var last = new long[1];
        var all =
                new JournalWatch(totals, NOTHING_COMES)
                        .await(
                                outlet,
                                expected,
                                journalled -> {
                                    last[0] = journalled;
                                    progress.at(journalled, journalled);
                                });
        progress.end(last[0], last[0]);
        if (!all) {
            err.printf(
                    "Nothing came into the journal for %d s. Look at the logs of shu and kafka, and at ./lumbung reconcile --outlet %s%n",
                    NOTHING_COMES.toSeconds(), outlet);
        }
    }

    private Outcome outcome(
            Options options,
            UUID outlet,
            BatchSender.Sent sent,
            Collection<LocalDate> days,
            long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        var sales = 0L;
        var rupiah = 0L;
        if (!days.isEmpty()) {
            var first = days.stream().min(LocalDate::compareTo).orElseThrow();
            var last = days.stream().max(LocalDate::compareTo).orElseThrow();
            for (var day : totals.days(Book.JOURNAL, outlet, first, last).days()) {
                // A run of more rows may have gone on with the day at which this one stopped.
                if (options.rows() > 0 && day.day().equals(lastDay)) {
                    for (var fact : totals.facts(Book.JOURNAL, outlet, lastDay)) {
                        if (idsOfLastDay.contains(fact.factId())) {
                            sales++;
                            rupiah = Math.addExact(rupiah, fact.amount());
                        }
                    }
                } else {
                    sales += day.count();
                    rupiah = Math.addExact(rupiah, day.sum());
                }
            }
        }
        return new Outcome(
                new Sums(
                        rowsRead,
                        rowsRefused,
                        sent.sales(),
                        sent.duplicates(),
                        sent.conflicts(),
                        sent.refused(),
                        sent.units(),
                        sent.rupiah(),
                        rupiah,
                        sales,
                        Math.round(seconds * 1_000) / 1_000.0),
                rowsRead - rowsRefused - rowsWithout,
                rowsWithout,
                unitsInFile);
    }
}
