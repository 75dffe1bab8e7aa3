package id.lumbung.launcher.stack;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where the built project stands, and with which Java it runs. */
final class ProjectHome {

    private ProjectHome() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path project() {
        var given = System.getProperty("lumbung.home");
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        for (var folder = codeOf(ProjectHome.class); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("lumbung"))
                    && Files.isDirectory(folder.resolve("tools"))) {
                return folder;
            }
        }
        throw new UserError(
                "The project's folder is not found. Start Lumbung by ./lumbung in its folder.");
    }

    /** The jar, or the folder, that a class of ours was loaded from. */
    static Path codeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Our own class path, with absolute paths: child processes have another working folder. */
    static String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry ->
                        entry.endsWith("*") ? entry : Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
