package id.lumbung.bench;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.stack.UserError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleSupplier;
import tools.jackson.databind.JsonNode;

/** Begins long steps of a book year and waits for their end, with an eye on the memory. */
final class StepWatch {

    private static final Duration TIMEOUT = Duration.ofHours(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Gateway board;
    private final YearEntries entries;
    private final DoubleSupplier megabytes;
    private double peakMegabytes;

    /**
     * @param megabytes resident in the service that works
     */
    StepWatch(Gateway board, YearEntries entries, DoubleSupplier megabytes) {
        this.board = board;
        this.entries = entries;
        this.megabytes = megabytes;
    }

    /** Of the book year, and of what belongs to it. */
    String path(String rest) {
        return "/api/shu/cooperatives/%s/book-years/%d%s"
                .formatted(entries.cooperative(), YearEntries.YEAR, rest);
    }

    /** Seconds until the book year has come to a state. */
    double secondsOf(String step, String state) {
        var began = Instant.now();
        board.put(path(step), Map.of());
        while (true) {
            peakMegabytes = Math.max(peakMegabytes, megabytes.getAsDouble());
            var year = board.get(path(""), JsonNode.class).path("bookYear");
            if (year.path("state").asString().equals(state)) {
                return Clocks.seconds(began);
            }
            var problem = year.path("underWay").path("problem").asString("");
            if (!problem.isEmpty()
                    || Duration.between(began, Instant.now()).compareTo(TIMEOUT) > 0) {
                throw new UserError("The book year stands still: " + problem);
            }
            Clocks.pause(BETWEEN_LOOKS);
        }
    }

    /** The highest that the service held while it worked. */
    double peakMegabytes() {
        return peakMegabytes;
    }
}
