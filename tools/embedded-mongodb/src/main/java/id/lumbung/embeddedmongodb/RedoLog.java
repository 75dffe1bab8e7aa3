package id.lumbung.embeddedmongodb;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written since the store last wrote its pages: each document as it became, one behind the
 * other. Writing that is one small write where a commit of the store writes every page touched, so
 * a commit is only needed now and then, and after a kill the store is brought forward from here. To
 * apply a log twice, or onto a store that is ahead of it, does no harm.
 *
 * <p>A log that could not be written once is broken for good: what it was given since its last
 * {@link #flush} may stand nowhere, and what half stands in the file would hide all that is written
 * behind it.
 */
final class RedoLog implements AutoCloseable {

    private static final String PREFIX = "mongodb-";
    private static final String SUFFIX = ".redo";

    /** Makes a file of the log. */
    interface Creation {
        OutputStream create(Path path) throws IOException;
    }

    private final Path folder;
    private final Creation files;
    private final Object file = new Object();
    private long number;
    private OutputStream out;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private volatile long size;
    private @Nullable IOException broken;

    private RedoLog(Path folder, long number, Creation files) throws IOException {
        this.folder = folder;
        this.files = files;
        this.number = number;
        this.out = files.create(path(folder, number));
    }

    /** Begins a log behind all that stand in the folder, which are kept until {@link #drop}. */
    static RedoLog behind(Path folder) throws IOException {
        return behind(folder, path -> new FileOutputStream(path.toFile()));
    }

    static RedoLog behind(Path folder, Creation files) throws IOException {
        List<Long> numbers = numbers(folder);
        return new RedoLog(folder, numbers.isEmpty() ? 1 : numbers.getLast() + 1, files);
    }

    /** Puts a change into the log; it is in the file after the next {@link #flush}. */
    void append(byte[] collection, byte[] key, byte @Nullable [] document) {
        byte[] entry = RedoEntry.write(collection, key, document);
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
            unlessBroken(() -> {
                ByteArrayOutputStream full = takePending();
                if (full.size() > 0) {
                    full.writeTo(out);
                    size += full.size();
                }
            });
        }
    }

    private synchronized ByteArrayOutputStream takePending() {
        ByteArrayOutputStream full = pending;
        if (full.size() > 0) {
            pending = new ByteArrayOutputStream();
        }
        return full;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void unlessBroken(Step step) throws IOException {
        if (broken != null) {
            throw new IOException("The log could not be written before", broken);
        }
        try {
            step.run();
        } catch (IOException unwritten) {
            broken = unwritten;
            throw unwritten;
        }
    }

    /** The bytes in the file that is being written. */
    long size() {
        return size;
    }

    /** Ends the current file and begins another; returns the number of the ended one. */
    long rotate() throws IOException {
        synchronized (file) {
            flush();
            unlessBroken(() -> {
                out.close();
                out = files.create(path(folder, number + 1));
            });
            size = 0;
            return number++;
        }
    }

    /** Deletes the logs up to this one, when the store no longer needs them. */
    void drop(long upTo) throws IOException {
        for (long old : numbers(folder)) {
            if (old <= upTo) {
                Files.delete(path(folder, old));
            }
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (file) {
            flush();
            out.close();
        }
    }

    /** The logs of a folder, oldest first. */
    static List<Path> in(Path folder) throws IOException {
        return numbers(folder).stream().map(number -> path(folder, number)).toList();
    }

    /** The log that was begun when this one was ended. */
    static Path after(Path log) {
        return log.resolveSibling(
                PREFIX + (number(String.valueOf(log.getFileName())) + 1) + SUFFIX);
    }

    private static List<Long> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(RedoLog::number)
                    .sorted()
                    .toList();
        }
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    private static Path path(Path folder, long number) {
        return folder.resolve(PREFIX + number + SUFFIX);
    }
}
