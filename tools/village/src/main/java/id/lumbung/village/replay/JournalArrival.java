package id.lumbung.village.replay;

import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.JournalWatch;
import id.lumbung.launcher.client.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Waits until the journal has an outlet's sales, and shows how many of them it has. */
record JournalArrival(ControlTotals totals, PrintStream err) {

    private static final Duration NOTHING_COMES = Duration.ofSeconds(60);

    /**
     * @param expected how many sales of each day
     */
    void await(UUID outlet, Map<LocalDate, Long> expected) {
        var whole = expected.values().stream().mapToLong(Long::longValue).sum();
        var progress = new Progress(err, Progress.isTerminal(), "journal", "sales", whole);
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
}
