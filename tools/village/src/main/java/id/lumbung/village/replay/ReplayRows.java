package id.lumbung.village.replay;

import id.lumbung.launcher.client.Progress;
import id.lumbung.village.life.BatchSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Reads a file's rows, sends the sales made of them, and counts. */
final class ReplayRows {

    private final ReplayCounter counter;
    private final BatchSender sender;
    private final Progress progress;
    private final LastDay lastDay = new LastDay();
    private long read;
    private long refused;
    private long without;
    private long units;

    ReplayRows(ReplayCounter counter, BatchSender sender, Progress progress) {
        this.counter = counter;
        this.sender = sender;
        this.progress = progress;
    }

    /**
     * @param max rows to read; all where 0
     */
    void send(Path file, long max) {
        try (var rows = HourFile.open(file)) {
            while (rows.hasNext() && (max <= 0 || read < max)) {
                read++;
                switch (rows.next()) {
                    case Row.Refused bad -> {
                        refused++;
                        progress.say("line %d refused: %s".formatted(bad.line(), bad.reason()));
                    }
                    case Row.Hour hour -> sell(hour);
                }
                progress.at(read, sender.sent().sales());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sell(Row.Hour hour) {
        if (hour.units().isEmpty()) {
            without++;
            return;
        }
        units += hour.total();
        lastDay.comeTo(hour.hour().toLocalDate());
        for (var sale : counter.sales(hour)) {
            lastDay.add(sale);
            sender.send(sale);
        }
    }

    LastDay lastDay() {
        return lastDay;
    }

    RowSums sums() {
        return new RowSums(read, refused, without, units);
    }
}
