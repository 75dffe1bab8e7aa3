package id.lumbung.local.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A service's jar unpacked, with a cache of its loaded classes beside it, so that it starts in half
 * the time. Made once for each build of a jar.
 */
record AotCache(Part service, Path folder) {

    private static final long PATIENCE_SECONDS = 180;

    static AotCache of(Part service) {
        var jar = Home.jar(service);
        try {
            var build = stamp(jar) + "-" + stamp(Home.ownJar()) + "-" + Runtime.version().feature();
            return new AotCache(
                    service,
                    Home.project()
                            .resolve("local/target/run")
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

    boolean isMade() {
        return Files.exists(cache());
    }

    String classPath() {
        return Home.ownJar() + File.pathSeparator + jar();
    }

    List<String> flags() {
        return isMade()
                ? List.of("-XX:AOTCache=" + cache(), "-Xlog:aot=off", "-Xlog:aot*=off")
                : List.of();
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
     * Starts the service once, up to the point where it would serve, and keeps what was loaded.
     * Without a cache all works too, only slower.
     */
    void make(String mongodbUri, List<String> jvm) {
        var command = new ArrayList<String>();
        command.add(Home.java());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-XX:AOTCacheOutput=" + cache(),
                        "-Xlog:aot*=off",
                        "-Dspring.context.exit=onRefresh",
                        "-Dspring.mongodb.uri=" + mongodbUri,
                        "-Dserver.port=0",
                        "-cp",
                        classPath(),
                        Child.class.getName(),
                        "0",
                        service.mainClass()));
        run(command);
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
