package id.lumbung.launcher;

import id.lumbung.launcher.reconcile.Reconciliation;
import id.lumbung.launcher.reconcile.ReconciliationTable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung reconcile}. */
@Command(
        name = "reconcile",
        description =
                "Compare each outlet's own totals with the journal; exit code 1 if anything differs.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {

    @Option(names = "--outlet", paramLabel = "ID", description = "Compare this outlet only.")
    private @Nullable UUID outlet;

    @Option(names = "--json", description = "Print one JSON object; the table goes to stderr.")
    private boolean json;

    @Mixin private final GatewayOptions gateway = new GatewayOptions();

    @Override
    public Integer call() {
        try (var connection = gateway.connect()) {
            var reconciliation = new Reconciliation(connection.callers().operator());
            var report =
                    outlet == null ? reconciliation.ofAll() : reconciliation.of(List.of(outlet));
            var table = new ReconciliationTable(report);
            (json ? System.err : System.out).print(table.text());
            if (json) {
                System.out.println(new JsonMapper().writeValueAsString(table.json()));
            }
            return report.equal() ? 0 : 1;
        }
    }
}
