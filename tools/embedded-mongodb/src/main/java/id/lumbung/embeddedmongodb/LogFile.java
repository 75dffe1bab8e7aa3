package id.lumbung.embeddedmongodb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file of the log that is being written. One that could not be written once is broken for good:
 * what half stands in it would hide all that is written behind.
 */
final class LogFile {

    /** Makes a file of the log. */
    interface Creation {
        OutputStream create(Path path) throws IOException;
    }

    private final Creation files;
    private OutputStream out;
    private volatile long size;
    private @Nullable IOException broken;

    LogFile(Creation files, Path path) throws IOException {
        this.files = files;
        this.out = files.create(path);
    }

    /** The bytes in it. */
    long size() {
        return size;
    }

    synchronized void requireWhole() throws IOException {
        if (broken != null) {
            throw new IOException("The log could not be written before", broken);
        }
    }

    synchronized void write(ByteArrayOutputStream bytes) throws IOException {
        try {
            bytes.writeTo(out);
        } catch (IOException unwritten) {
            broken = unwritten;
            throw unwritten;
        }
        size += bytes.size();
    }

    /** Ends this file and goes on in another. */
    synchronized void goOnIn(Path next) throws IOException {
        try {
            out.close();
            out = files.create(next);
        } catch (IOException unwritten) {
            broken = unwritten;
            throw unwritten;
        }
        size = 0;
    }

    synchronized void close() throws IOException {
        out.close();
    }
}
