package id.lumbung.embeddedmongodb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The embedded MongoDB as a process of its own, which can be killed. */
record MongoChild(Process process, String uri) implements AutoCloseable {

    static MongoChild start(Path folder) {
        return start(process(folder, "").redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /**
     * With files that grow no further than {@code kibibytes}: what a full disk is to this process.
     *
     * @param said where it writes what it says before it ends
     */
    static MongoChild startOnSmallDisk(Path folder, int kibibytes, Path said) {
        return start(
                process(folder, "ulimit -f " + kibibytes + " && ").redirectError(said.toFile()));
    }

    /** Not started yet, in a shell that does {@code before} first. */
    static ProcessBuilder process(Path folder, String before) {
        var java =
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx256m",
                        MongoProcess.class.getName(),
                        "0",
                        folder.toString());
        return before.isEmpty()
                ? new ProcessBuilder(java)
                : new ProcessBuilder(
                        "bash", "-c", before + "exec '" + String.join("' '", java) + "'");
    }

    private static MongoChild start(ProcessBuilder builder) {
        try {
            var process = builder.start();
            var output =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("mongodb://")) {
                    Thread.ofVirtual().start(() -> discard(output));
                    return new MongoChild(process, line.substring(line.indexOf("mongodb://")));
                }
            }
            throw new IllegalStateException("The server did not start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server whose words nobody reads stops at the first that the pipe does not hold. */
    private static void discard(BufferedReader output) {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // The server has ended.
        }
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
