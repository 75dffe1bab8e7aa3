package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a stack keeps everything: marked as ours, so that nobody else's folder is ever deleted, and
 * locked, so that one launcher at a time is at work on it.
 */
public final class DataFolder implements AutoCloseable {

    private static final String MARK = "lumbung-data";

    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
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
            requireOurs(path);
            var _ = Files.createDirectories(path.resolve("logs"));
            Files.writeString(
                    path.resolve(MARK),
                    "Data of Lumbung: the broker's log, the database and its keys. Delete with: ./lumbung up --fresh\n");
            if (isInUse(path)) {
                throw new UserError(
                        "Lumbung runs already on %s. See ./lumbung status; end it with ./lumbung down, or give another folder by --data."
                                .formatted(path));
            }
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new UserError(
                    "The folder %s cannot be written (%s). Give another by --data."
                            .formatted(path, e.getMessage()));
        }
    }

    /**
     * Deletes what is kept in a data folder of ours on which nothing runs.
     *
     * @throws UserError when the folder is somebody else's, or Lumbung runs on it
     */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.exists(path.resolve(MARK))) {
            throw new UserError(
                    "%s is not a data folder of Lumbung; it is left as it is. Give another by --data."
                            .formatted(path));
        }
        if (isInUse(path)) {
            throw new UserError(
                    "Lumbung runs on %s. End it first: ./lumbung down --data %s"
                            .formatted(path, path));
        }
        ProjectHome.deleteTree(path);
    }

    private static boolean isInUse(Path path) {
        return StackFile.read(path).filter(StackFile::isRunning).isPresent();
    }

    private static void requireOurs(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserError(
                    "%s is a file, not a folder. Give a folder by --data.".formatted(path));
        }
        if (Files.isDirectory(path) && !Files.exists(path.resolve(MARK)) && !isEmpty(path)) {
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

    private static FileLock lock(Path path) throws IOException {
        var channel =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            channel.close();
            throw new UserError(
                    "Another launcher is at work on %s. Wait for it, or give another folder by --data."
                            .formatted(path));
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new UserError("This program is at work on %s already.".formatted(path));
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
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + path + " could not be released", e);
        }
    }
}
