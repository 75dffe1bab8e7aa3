package id.lumbung.bench;

import com.mongodb.client.MongoClient;
import id.lumbung.launcher.client.Gateway;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** A book year that is closed and divided, by its board and its supervisor. */
record DividedYear(Gateway board, Gateway supervisor, YearEntries entries, StepWatch watch) {

    /** Seconds until the books are frozen. */
    double close(MongoClient mongo) {
        board.put(
                watch.path("/policy"),
                Map.of(
                        "preset",
                        "kdkmp",
                        "funds",
                        Map.of("PATRONAGE", 5_000, "CAPITAL", 3_000, "RESERVE", 2_000)));
        board.put(watch.path("/figures"), Map.of("netSurplus", 50_000_000_000L));
        BegunClosing.write(mongo, entries.cooperative());
        return watch.secondsOf("/closing", "BOOKS_CLOSED");
    }

    /** Seconds until the surplus is divided. */
    double divide() {
        var members = entries.size().members();
        board.put(watch.path("/proposal"), Map.of());
        board.put(
                watch.path("/resolution"),
                Map.of(
                        "heldOn", LocalDate.now(ZoneId.of("Asia/Jakarta")).toString(),
                        "present", members,
                        "members", members,
                        "votesFor", members,
                        "policyVersion", 1));
        supervisor.put(watch.path("/resolution/countersignature"), Map.of());
        return watch.secondsOf("/division", "DIVIDED");
    }
}
