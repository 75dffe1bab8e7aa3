package id.lumbung.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder that a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".lumbung",
            description =
                    "Where the broker and the database keep their data (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".lumbung");

    public Path data() {
        return data;
    }
}
