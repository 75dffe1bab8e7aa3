package id.lumbung.launcher;

import static id.lumbung.launcher.client.IndonesianNumbers.number;

import id.lumbung.launcher.reconcile.Republishing;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lumbung republish}. */
@Command(
        name = "republish",
        description =
                "Publish facts once more, under the ids they had: the journal counts each once.",
        mixinStandardHelpOptions = true)
final class RepublishCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    static final class Which {

        @Option(names = "--outlet", paramLabel = "ID", description = "Of this outlet.")
        private @Nullable UUID outlet;

        @Option(
                names = "--missing",
                description = "Of every outlet and day that the journal lacks facts of.")
        private boolean missing;
    }

    @Option(names = "--from", paramLabel = "DAY", description = "From this day on: 2026-01-31.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Up to this day, inclusive.")
    private @Nullable LocalDate to;

    @Mixin private final GatewayOptions gateway = new GatewayOptions();

    @Override
    public Integer call() {
        try (var connection = gateway.connect()) {
            var republishing = new Republishing(connection.callers().operator());
            var published = 0L;
            var daysLeft = 0L;
            if (which.missing) {
                var done = republishing.ofMissing(from, to);
                published = done.facts();
                daysLeft = done.daysLeft();
            } else if (which.outlet != null) {
                published = republishing.ofOutlet(which.outlet, from, to);
            }
            System.out.printf(
                    "%s facts published again. See: ./lumbung reconcile%n", number(published));
            if (daysLeft > 0) {
                System.out.printf(
                        "%s more outlet days differ. Once the journal has these: ./lumbung republish --missing%n",
                        number(daysLeft));
            }
            return daysLeft == 0 ? 0 : 1;
        }
    }
}
