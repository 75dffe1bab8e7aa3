package id.lumbung.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by the one launcher that is at work on a data folder. */
record FolderLock(Path folder, FileLock lock) implements AutoCloseable {

    static FolderLock of(Path path) throws IOException {
        var channel =
                FileChannel.open(
                        path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(path, lock);
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

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + folder + " could not be released", e);
        }
    }
}
