package id.lumbung.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that marks a data folder as ours, so that nobody else's folder is ever deleted. */
final class FolderMark {

    private static final String FILE = "lumbung-data";

    private FolderMark() {}

    static boolean isOn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                "Data of Lumbung: the broker's log, the database and its keys. Delete with: ./lumbung up --fresh\n");
    }

    /** Ours, or yet to be. */
    static void requireOurs(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserError(
                    "%s is a file, not a folder. Give a folder by --data.".formatted(path));
        }
        if (Files.isDirectory(path) && !isOn(path) && !isEmpty(path)) {
            throw new UserError(
                    "%s holds something else than Lumbung's data. Give an empty or a new folder by --data."
                            .formatted(path));
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }
}
