package id.lumbung.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's jar unpacked, with a cache of its loaded classes and of what was often called beside
 * it, so that it starts in half the time and is soon fast. A service's first run with a build is
 * recorded; the cache is made of that once for each build.
 */
record AotCache(Part service, Path folder) {

    private static final long PATIENCE_SECONDS = 180;
    private static final String QUIET = "-Xlog:aot*=off";

    static AotCache of(Part service) {
        var jar = Home.jar(service);
        try {
            var build = stamp(jar) + "-" + stamp(Home.ownJar()) + "-" + Runtime.version().feature();
            return new AotCache(
                    service,
                    Home.project()
                            .resolve("tools/launcher/target/run")
                            .resolve(service.label() + "-" + build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cache fits the very files it was made of. */
    private static String stamp(Path jar) throws IOException {
        return Long.toHexString(Files.getLastModifiedTime(jar).toMillis() ^ Files.size(jar) << 48);
    }

    private Path jar() {
        return folder.resolve(Home.jar(service).getFileName());
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private Path recording() {
        return folder.resolve("app.aotconf");
    }

    boolean isMade() {
        return Files.exists(cache());
    }

    boolean isRecorded() {
        return Files.exists(recording());
    }

    String classPath() {
        return Home.ownJar() + File.pathSeparator + jar();
    }

    /** Uses the cache where there is one, else records this run for it. */
    List<String> flags() {
        return isMade()
                ? List.of("-XX:AOTCache=" + cache(), QUIET)
                : List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording(), QUIET);
    }

    /** Unpacks the jar; drops what earlier builds left. */
    void unpack() {
        if (Files.exists(jar())) {
            return;
        }
        try {
            var _ = Files.createDirectories(folder.getParent());
            try (var others = Files.list(folder.getParent())) {
                others.filter(other ->
                                other.getFileName().toString().startsWith(service.label() + "-"))
                        .forEach(Home::deleteTree);
            }
            run(
                    List.of(
                            Home.java(),
                            "-Djarmode=tools",
                            "-jar",
                            Home.jar(service).toString(),
                            "extract",
                            "--destination",
                            folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + service.module(), e);
        }
    }

    /**
     * Makes the cache of what was recorded. Without a cache all works too, only slower.
     *
     * @param jvm the flags the service runs with
     */
    void make(List<String> jvm) {
        var command = new ArrayList<String>();
        command.add(Home.java());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-XX:AOTMode=create",
                        "-XX:AOTConfiguration=" + recording(),
                        "-XX:AOTCache=" + cache(),
                        QUIET,
                        "-cp",
                        classPath()));
        run(command);
        try {
            var _ = Files.deleteIfExists(recording());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            folder.resolveSibling(service.label() + ".log")
                                                    .toFile()))
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
