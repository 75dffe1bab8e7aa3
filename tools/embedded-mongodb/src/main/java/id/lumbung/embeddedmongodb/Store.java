package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is kept, and the promise behind an answer: what a client was told is written
 * survives the end of this process, kill -9 included. It is with the operating system then, not yet
 * on the disk, so a power cut may lose it. Writers share one lock, and a checkpoint has it alone
 * while it takes the roots of all maps, so no checkpoint parts a document from its index entries.
 */
final class Store implements AutoCloseable {

    private static final ThreadLocal<Match> FIRST_MATCH = new ThreadLocal<>();

    private final MVStore pages;
    private final ReadWriteLock writing = new ReentrantReadWriteLock(true);
    private final @Nullable Disk disk;

    private record Match(String collection, Document query) {}

    private Store(MVStore pages, @Nullable DataFolder folder) {
        this.pages = pages;
        this.disk = folder == null ? null : Disk.open(folder, pages, writing.writeLock());
    }

    static Store inMemory() {
        MVStore memory = MVStore.open(null);
        memory.setVersionsToKeep(0);
        return new Store(memory, null);
    }

    /**
     * @throws UnusableFolder if another process has it, or what is in it cannot be read
     */
    static Store onDisk(Path path) {
        DataFolder folder = DataFolder.open(path);
        try {
            return new Store(folder.openPages(), folder);
        } catch (UnusableFolder unusable) {
            folder.close();
            throw unusable;
        }
    }

    MVStore file() {
        return pages;
    }

    MVMap<byte[], byte[]> map(String name) {
        return pages.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(Bytes.keys())
                        .valueType(Bytes.values()));
    }

    /**
     * Gives every change that is only in the log to {@code change}; to be called before anything
     * else is written.
     */
    void recover(Recovery.Change change) {
        if (disk != null) {
            disk.recover(change);
        }
    }

    /** Runs a command that may write. */
    <T> T write(Supplier<T> command) {
        writing.readLock().lock();
        try {
            return command.get();
        } finally {
            writing.readLock().unlock();
        }
    }

    /** Notes what became of a document, within {@link #write}. */
    void changed(byte[] collection, byte[] key, byte @Nullable [] document) {
        if (disk != null) {
            disk.changed(collection, key, document);
        }
    }

    /** Notes that a collection or index came or went, within {@link #write}. */
    void structureChanged() {
        if (disk != null) {
            disk.structureChanged();
        }
    }

    /**
     * Afterwards everything written before this call is safe, whoever wrote it.
     *
     * @throws IllegalStateException if it is not, and never will be
     */
    void makeSafe() {
        if (disk != null) {
            disk.makeSafe();
        }
    }

    /** Whether {@link #makeSafe} has to write pages, and takes long. */
    boolean isStructureUnsafe() {
        return disk != null && disk.isStructureUnsafe();
    }

    /** Calls {@code end} once nothing can be written any more, at once if that is so already. */
    void whenFailed(Consumer<Throwable> end) {
        if (disk != null) {
            disk.whenFailed(end);
        }
    }

    /** Takes note of what a command failed by, which may be that the pages cannot be read. */
    void commandFailed(RuntimeException cause) {
        if (disk != null) {
            disk.commandFailed(cause);
        }
    }

    /**
     * Lets the first reading of {@code collection} within {@code command} skip what does not match.
     */
    <T> T matching(String collection, Document match, Supplier<T> command) {
        FIRST_MATCH.set(new Match(collection, match));
        try {
            return command.get();
        } finally {
            FIRST_MATCH.remove();
        }
    }

    /** Given once only: what a later stage of the same aggregation reads must not be filtered. */
    @Nullable Document takeMatch(String collection) {
        Match match = FIRST_MATCH.get();
        if (match == null || !match.collection.equals(collection)) {
            return null;
        }
        FIRST_MATCH.remove();
        return match.query;
    }

    @Override
    public void close() {
        if (disk != null) {
            disk.close();
        } else {
            pages.close();
        }
    }
}
