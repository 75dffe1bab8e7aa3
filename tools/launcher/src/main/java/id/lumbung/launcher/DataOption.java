package id.lumbung.launcher;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data folder that a command works on. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:LUMBUNG_DATA:-.lumbung}",
            description =
                    "Where the broker and the database keep their data (default: LUMBUNG_DATA in the environment, else .lumbung).")
    private Path data = Path.of(".lumbung");

    public Path data() {
        return data;
    }
}
