package id.lumbung.launcher.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The folder a broker keeps its data in. */
record BrokerFolder(Path path) {

    /**
     * Prepares the folder for a broker; what an earlier one left in it stays.
     *
     * @throws IllegalStateException with what Kafka's own tool says, where the folder does not do
     */
    void format(Properties settings) throws IOException {
        var _ = Files.createDirectories(path);
        var file = path.resolve("broker.properties");
        var text = new StringWriter();
        settings.store(text, null);
        Files.writeString(file, text.toString());
        var output = new ByteArrayOutputStream();
        var code =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--config",
                            file.toString(),
                            "--cluster-id",
                            clusterId(),
                            "--ignore-formatted"
                        },
                        new PrintStream(output, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IllegalStateException(output.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** Drawn once for each folder. */
    private String clusterId() throws IOException {
        var file = path.resolve("cluster-id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file);
    }
}
