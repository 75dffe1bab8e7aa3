package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a service's first run with a build recorded, for a cache to be made of. */
record AotRecording(AotCache cache) {

    boolean isThere() {
        return Files.exists(file());
    }

    /** Has a run record itself. */
    List<String> flags() {
        return List.of("-XX:AOTMode=record", configuration());
    }

    /**
     * Makes the cache. Without a cache all works too, only slower.
     *
     * @param jvm the flags the service runs with
     */
    void makeCache(List<String> jvm) {
        var command = new ArrayList<String>();
        command.add(ProjectHome.java());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-XX:AOTMode=create",
                        configuration(),
                        "-XX:AOTCache=" + cache.file(),
                        AotCache.QUIET,
                        "-cp",
                        cache.classPath()));
        BuildRun.run(command, cache.service(), cache.folder());
        try {
            var _ = Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration() {
        return "-XX:AOTConfiguration=" + file();
    }

    private Path file() {
        return cache.folder().resolve("app.aotconf");
    }
}
