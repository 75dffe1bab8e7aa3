package id.lumbung.embeddedmongodb;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was written since the store last wrote its pages: each document as it became, one behind the
 * other. Writing that is one small write where a commit of the store writes every page touched, so
 * a commit is only needed now and then, and after a kill the store is brought forward from here. To
 * apply a log twice, or onto a store that is ahead of it, does no harm.
 *
 * <p>A log that could not be written once is broken for good: what it was given since its last
 * {@link #flush} may stand nowhere.
 */
final class RedoLog implements AutoCloseable {

    private final LogFiles files;
    private final LogFile file;
    private long number;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private RedoLog(LogFiles files, LogFile.Creation creation) throws IOException {
        this.files = files;
        this.number = files.next();
        this.file = new LogFile(creation, files.path(number));
    }

    /** Begins a log behind all that stand in the folder, which are kept until {@link #drop}. */
    static RedoLog behind(Path folder) throws IOException {
        return behind(folder, path -> new FileOutputStream(path.toFile()));
    }

    static RedoLog behind(Path folder, LogFile.Creation creation) throws IOException {
        return new RedoLog(new LogFiles(folder), creation);
    }

    /** Puts a change into the log; it is in the file after the next {@link #flush}. */
    void append(byte[] collection, byte[] key, byte @Nullable [] document) {
        byte[] entry = RedoBytes.of(collection, key, document);
        synchronized (this) {
            pending.write(entry, 0, entry.length);
        }
    }

    /**
     * Afterwards everything appended before this call is with the operating system.
     *
     * @throws IOException if it is not, and from then on at every call
     */
    void flush() throws IOException {
        synchronized (file) {
            file.requireWhole();
            ByteArrayOutputStream full = takePending();
            if (full.size() > 0) {
                file.write(full);
            }
        }
    }

    private synchronized ByteArrayOutputStream takePending() {
        ByteArrayOutputStream full = pending;
        if (full.size() > 0) {
            pending = new ByteArrayOutputStream();
        }
        return full;
    }

    /** The bytes in the file that is being written. */
    long size() {
        return file.size();
    }

    /** Ends the current file and begins another; returns the number of the ended one. */
    long rotate() throws IOException {
        synchronized (file) {
            flush();
            file.goOnIn(files.path(number + 1));
            return number++;
        }
    }

    /** Deletes the logs up to this one, when the store no longer needs them. */
    void drop(long upTo) throws IOException {
        files.delete(upTo);
    }

    @Override
    public void close() throws IOException {
        synchronized (file) {
            flush();
            file.close();
        }
    }
}
