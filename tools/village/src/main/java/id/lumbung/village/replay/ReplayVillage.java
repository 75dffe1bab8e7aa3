package id.lumbung.village.replay;

import id.lumbung.village.life.FactIds;
import id.lumbung.village.life.Village;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The village whose pharmacy sells what a file says: the same file and seed found the same one. */
record ReplayVillage(FactIds ids, Village village) {

    static ReplayVillage of(Replay.Options options, FileSight sight) {
        var ids =
                new FactIds(
                        "%s seed %d members %d"
                                .formatted(sight.digest(), options.seed(), options.members()));
        var foundedOn = firstDay(options.file()).withDayOfYear(1);
        var outlets = List.of("PHARMACY");
        return new ReplayVillage(
                ids,
                Village.found(
                        ids, "Tambong", "35.10.14.2014", foundedOn, options.members(), outlets));
    }

    private static LocalDate firstDay(Path file) {
        try (var rows = HourFile.open(file)) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Hour hour) {
                    return hour.hour().toLocalDate();
                }
            }
            return LocalDate.EPOCH;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReplayCounter counter() {
        return new ReplayCounter(
                ids, village.cooperativeId(), village.outlet("PHARMACY"), village.memberIds());
    }
}
