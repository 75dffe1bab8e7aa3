package id.lumbung.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A service's jar unpacked, with a cache of its loaded classes and of what was often called beside
 * it, so that it starts in half the time and is soon fast. A service's first run with a build is
 * recorded; the cache is made of that once for each build.
 */
record AotCache(StackPart service, Path folder) {

    private static final long TIMEOUT_SECONDS = 180;
    private static final String QUIET = "-Xlog:aot*=off";

    static AotCache of(StackPart service) {
        var jar = ProjectHome.jar(service);
        try {
            var build =
                    stamp(jar)
                            + "-"
                            + stamp(ProjectHome.ownJar())
                            + "-"
                            + Runtime.version().feature();
            return new AotCache(
                    service,
                    ProjectHome.project()
                            .resolve("tools/launcher/target/run")
                            .resolve(service.label() + "-" + build));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether services start fast already: an earlier run of this build was recorded. */
    static boolean isRecordedForAll() {
        return StackPart.SERVICES.stream()
                .map(AotCache::of)
                .allMatch(cache -> cache.isMade() || cache.isRecorded());
    }

    /** Makes the caches of what earlier runs of this build recorded. */
    static void makeRecorded(Consumer<String> progress) {
        var recorded =
                StackPart.SERVICES.stream()
                        .map(AotCache::of)
                        .filter(cache -> cache.isRecorded() && !cache.isMade())
                        .toList();
        if (recorded.isEmpty()) {
            return;
        }
        progress.accept("making the next starts of this build faster, once");
        try (var workers = Executors.newFixedThreadPool(2)) {
            recorded.forEach(cache ->
                    workers.execute(() -> cache.make(JvmFlags.of(cache.service(), false))));
        }
    }

    /** A cache fits the very files it was made of. */
    private static String stamp(Path jar) throws IOException {
        return Long.toHexString(Files.getLastModifiedTime(jar).toMillis() ^ Files.size(jar) << 48);
    }

    private Path jar() {
        return folder.resolve(ProjectHome.jar(service).getFileName());
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
        return ProjectHome.ownJar() + File.pathSeparator + jar();
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
                        .forEach(ProjectHome::deleteTree);
            }
            run(
                    List.of(
                            ProjectHome.java(),
                            "-Djarmode=tools",
                            "-jar",
                            ProjectHome.jar(service).toString(),
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
        command.add(ProjectHome.java());
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
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
