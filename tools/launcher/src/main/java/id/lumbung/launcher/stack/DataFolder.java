package id.lumbung.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a stack keeps everything: marked as ours, so that nobody else's folder is ever deleted, and
 * locked, so that one launcher at a time is at work on it.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes hold of a folder, and makes it where there is none.
     *
     * @throws UserError when the folder is in use, is no folder of ours, or cannot be written
     */
    static DataFolder hold(Path path) {
        try {
            FolderMark.requireOurs(path);
            var _ = Files.createDirectories(path.resolve("logs"));
            FolderMark.write(path);
            if (StackFile.isInUse(path)) {
                throw new UserError(
                        "Lumbung runs already on %s. See ./lumbung status; end it with ./lumbung down, or give another folder by --data."
                                .formatted(path));
            }
            return new DataFolder(path, FolderLock.of(path));
        } catch (IOException e) {
            throw new UserError(
                    "The folder %s cannot be written (%s). Give another by --data."
                            .formatted(path, e.getMessage()));
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.toAbsolutePath().resolve(name);
    }

    /** The log of a process of this name. */
    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** Lets go of the folder; what is in it stays. */
    @Override
    public void close() {
        lock.close();
    }
}
