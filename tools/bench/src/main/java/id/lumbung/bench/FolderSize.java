package id.lumbung.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of all files in a folder. */
final class FolderSize {

    private FolderSize() {}

    /** Zero where there is no such folder. */
    static long of(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(FolderSize::length).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Zero for a file that was deleted meanwhile. */
    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }
}
