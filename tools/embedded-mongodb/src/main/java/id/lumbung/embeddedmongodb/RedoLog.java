package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What was written since the store last wrote its pages: each document as it became, one behind the
 * other. Writing that is one small write where a commit of the store writes every page touched, so
 * a commit is only needed now and then, and after a kill the store is brought forward from here. To
 * apply a log twice, or onto a store that is ahead of it, does no harm.
 */
final class RedoLog implements AutoCloseable {

    private static final String PREFIX = "mongodb-";
    private static final String SUFFIX = ".redo";
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int DELETED = -1;

    /**
     * Takes a change that was read back; no document means it was deleted, an empty key that all
     * were.
     */
    interface Change {
        void apply(String collection, byte[] key, byte @Nullable [] document);
    }

    private final Path folder;
    private final Object file = new Object();
    private long number;
    private OutputStream out;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private volatile long size;

    private RedoLog(Path folder, long number) throws IOException {
        this.folder = folder;
        this.number = number;
        this.out = open(number);
    }

    /** Begins a log behind all that stand in the folder, which are kept until {@link #drop}. */
    static RedoLog behind(Path folder) throws IOException {
        List<Long> numbers = numbers(folder);
        return new RedoLog(folder, numbers.isEmpty() ? 1 : numbers.getLast() + 1);
    }

    /**
     * Reads all logs in a folder in their order, each up to the first record that was not written
     * whole.
     */
    static void read(Path folder, Change change) throws IOException {
        for (long number : numbers(folder)) {
            read(Files.readAllBytes(path(folder, number)), change);
        }
    }

    private static void read(byte[] bytes, Change change) {
        ByteBuffer log = ByteBuffer.wrap(bytes);
        while (log.remaining() >= HEADER) {
            int length = log.getInt();
            int checksum = log.getInt();
            if (length <= 0
                    || length > log.remaining()
                    || checksum(bytes, log.position(), length) != checksum) {
                return;
            }
            byte[] collection = new byte[log.getInt()];
            var _ = log.get(collection);
            byte[] key = new byte[log.getInt()];
            var _ = log.get(key);
            int size = log.getInt();
            byte[] document = size == DELETED ? null : new byte[size];
            if (document != null) {
                var _ = log.get(document);
            }
            change.apply(new String(collection, UTF_8), key, document);
        }
    }

    /** Puts a change into the log; it is in the file after the next {@link #flush}. */
    void append(byte[] collection, byte[] key, byte @Nullable [] document) {
        int length =
                3 * Integer.BYTES
                        + collection.length
                        + key.length
                        + (document == null ? 0 : document.length);
        ByteBuffer record = ByteBuffer.allocate(HEADER + length).position(HEADER);
        var _ = record.putInt(collection.length).put(collection).putInt(key.length).put(key);
        if (document != null) {
            var _ = record.putInt(document.length).put(document);
        } else {
            var _ = record.putInt(DELETED);
        }
        var _ =
                record.putInt(0, length)
                        .putInt(Integer.BYTES, checksum(record.array(), HEADER, length));
        synchronized (this) {
            pending.write(record.array(), 0, record.capacity());
        }
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return (int) checksum.getValue();
    }

    /** Afterwards everything appended before this call is with the operating system. */
    void flush() throws IOException {
        synchronized (file) {
            ByteArrayOutputStream full;
            synchronized (this) {
                if (pending.size() == 0) {
                    return;
                }
                full = pending;
                pending = new ByteArrayOutputStream();
            }
            full.writeTo(out);
            size += full.size();
        }
    }

    /** The bytes in the file that is being written. */
    long size() {
        return size;
    }

    boolean hasPending() {
        synchronized (this) {
            return pending.size() > 0;
        }
    }

    /** Ends the current file and begins another; returns the number of the ended one. */
    long rotate() throws IOException {
        synchronized (file) {
            flush();
            out.close();
            out = open(number + 1);
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

    private OutputStream open(long newNumber) throws IOException {
        return new FileOutputStream(path(folder, newNumber).toFile());
    }

    private static List<Long> numbers(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                    .map(name ->
                            Long.valueOf(
                                    name.substring(
                                            PREFIX.length(), name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    private static Path path(Path folder, long number) {
        return folder.resolve(PREFIX + number + SUFFIX);
    }
}
