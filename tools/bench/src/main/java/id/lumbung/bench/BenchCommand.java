package id.lumbung.bench;

import id.lumbung.launcher.LauncherCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lumbung bench}. */
@Command(
        name = "bench",
        description =
                "Measure each path beside its ceiling. Takes about half an hour; leave the machine alone meanwhile.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements LauncherCommand {

    enum Name {
        SALES,
        MEMORY,
        JOURNAL,
        DIVISION,
        LOGINS,
        START,
        DEMO
    }

    @Option(names = "--only", description = "Only one of: ${COMPLETION-CANDIDATES}.")
    private @Nullable Name only;

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
                            System.err.println(figure.line());
                        });
        bench.firstRun();
        for (var name : only == null ? List.of(Name.values()) : List.of(only)) {
            switch (name) {
                case SALES -> bench.sales();
                case MEMORY -> bench.memoryBackend();
                case JOURNAL -> bench.journal();
                case DIVISION -> bench.division();
                case LOGINS -> bench.logins();
                case START -> bench.start();
                case DEMO -> bench.demo();
            }
        }
        System.out.println(Measurement.header());
        figures.forEach(figure -> System.out.println(figure.line()));
        if (json != null) {
            Files.writeString(json, Bench.json(figures));
        }
        return 0;
    }
}
