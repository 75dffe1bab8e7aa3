package id.lumbung.village.demo;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.ControlDay;
import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.JournalWatch;
import id.lumbung.village.life.Village;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The facts of a village that the services hold, whoever sent them. */
record VillageFacts(ControlTotals totals, Village village) {

    private static final Duration NOTHING_COMES = Duration.ofSeconds(60);

    /** The cooperative, for its savings, and each of its outlets. */
    List<UUID> books() {
        var books = new ArrayList<UUID>();
        books.add(village.cooperativeId());
        village.outlets().forEach(outlet -> books.add(outlet.id()));
        return books;
    }

    long count() {
        return books().stream().flatMap(this::days).mapToLong(ControlDay::count).sum();
    }

    private Stream<ControlDay> days(UUID outlet) {
        return ControlBook.OWN.stream()
                .flatMap(book -> totals.days(book, outlet, null, null).days().stream());
    }

    /** Returns when the journal has them, or when nothing came into it for too long. */
    void awaitJournal(Consumer<String> progress) {
        var watch = new JournalWatch(totals, NOTHING_COMES);
        for (var outlet : books()) {
            if (!watch.await(outlet, countOfEachDay(outlet), _ -> {})) {
                progress.accept(
                        "Nothing came into the journal for %d s; see the logs of shu and kafka."
                                .formatted(NOTHING_COMES.toSeconds()));
            }
        }
        progress.accept("the journal has them");
    }

    private Map<LocalDate, Long> countOfEachDay(UUID outlet) {
        var counts = new HashMap<LocalDate, Long>();
        days(outlet)
                .forEach(day -> {
                    var _ = counts.merge(day.day(), day.count(), Long::sum);
                });
        return counts;
    }
}
