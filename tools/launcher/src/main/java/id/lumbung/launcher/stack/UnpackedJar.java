package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** A service's jar unpacked into the folder of its cache. */
final class UnpackedJar {

    private UnpackedJar() {}

    /** Unpacks the jar where that is not done; drops what earlier builds left. */
    static void make(AotCache cache) {
        var service = cache.service();
        var folder = cache.folder();
        if (Files.exists(cache.jar())) {
            return;
        }
        try {
            var _ = Files.createDirectories(folder.getParent());
            try (var others = Files.list(folder.getParent())) {
                others.filter(other ->
                                other.getFileName().toString().startsWith(service.label() + "-"))
                        .forEach(FileTree::delete);
            }
            BuildRun.run(
                    List.of(
                            ProjectHome.java(),
                            "-Djarmode=tools",
                            "-jar",
                            BuiltJar.of(service).toString(),
                            "extract",
                            "--destination",
                            folder.toString()),
                    service,
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + service.module(), e);
        }
    }
}
