package id.lumbung.launcher.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A service's jar unpacked, with a cache of its loaded classes and of what was often called beside
 * it, so that it starts in half the time and is soon fast. A service's first run with a build is
 * recorded; the cache is made of that once for each build.
 */
record AotCache(StackPart service, Path folder) {

    static final String QUIET = "-Xlog:aot*=off";

    static AotCache of(StackPart service) {
        var jar = BuiltJar.of(service);
        try {
            var build =
                    stamp(jar) + "-" + stamp(BuiltJar.own()) + "-" + Runtime.version().feature();
            return new AotCache(
                    service,
                    ProjectHome.project()
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

    Path jar() {
        return folder.resolve(BuiltJar.of(service).getFileName());
    }

    Path file() {
        return folder.resolve("app.aot");
    }

    boolean isMade() {
        return Files.exists(file());
    }

    boolean isRecorded() {
        return new AotRecording(this).isThere();
    }

    String classPath() {
        return BuiltJar.own() + File.pathSeparator + jar();
    }

    /** Uses the cache where there is one, else records this run for it. */
    List<String> flags() {
        var flags = new ArrayList<String>();
        flags.add(QUIET);
        flags.addAll(isMade() ? List.of("-XX:AOTCache=" + file()) : new AotRecording(this).flags());
        return flags;
    }
}
