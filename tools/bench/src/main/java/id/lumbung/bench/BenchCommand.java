package id.lumbung.bench;

import id.lumbung.launcher.LauncherCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code lumbung bench}. */
@Command(
        name = "bench",
        description =
                "Measure each path beside its ceiling. Takes about half an hour; leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements LauncherCommand {

    @Option(names = "--only", description = "Only one of: ${COMPLETION-CANDIDATES}.")
    private @Nullable BenchmarkName only;

    @Option(names = "--quick", description = "Short runs, for a look.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        var figures = new ArrayList<Measurement>();
        var bench =
                new Bench(
                        quick,
                        line -> System.err.println("  " + line),
                        figure -> {
                            figures.add(figure);
                            System.err.println(MeasurementTable.line(figure));
                        });
        DemoBench.first(bench);
        for (var name : only == null ? List.of(BenchmarkName.values()) : List.of(only)) {
            name.benchmark().run(bench);
        }
        System.out.println(MeasurementTable.header());
        figures.forEach(figure -> System.out.println(MeasurementTable.line(figure)));
        if (json != null) {
            Files.writeString(
                    json, new JsonMapper().writeValueAsString(Map.of("figures", figures)));
        }
        return 0;
    }
}
