package id.lumbung.embeddedmongodb;

import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Where everything is kept, and the promise behind an answer: what a client was told is written
 * survives the end of this process, kill -9 included. It is with the operating system then, not yet
 * on the disk, so a power cut may lose it. Writers share one lock, and a checkpoint has it alone
 * while it takes the roots of all maps, so no checkpoint parts a document from its index entries.
 */
final class Store {

    private final MVStore pages;
    private final ReadWriteLock writing;
    private final Durability durability;

    private Store(MVStore pages, ReadWriteLock writing, Durability durability) {
        this.pages = pages;
        this.writing = writing;
        this.durability = durability;
    }

    static Store inMemory() {
        MVStore memory = MVStore.open(null);
        memory.setVersionsToKeep(0);
        return new Store(memory, new ReentrantReadWriteLock(true), new Memory(memory));
    }

    /**
     * @throws UnusableFolder if another process has it, or what is in it cannot be read
     */
    static Store onDisk(Path path) {
        DataFolder folder = DataFolder.open(path);
        try {
            MVStore pages = PageFile.open(path);
            ReadWriteLock writing = new ReentrantReadWriteLock(true);
            return new Store(pages, writing, Disk.open(folder, pages, writing.writeLock()));
        } catch (UnusableFolder unusable) {
            folder.close();
            throw unusable;
        }
    }

    MVStore file() {
        return pages;
    }

    Durability durability() {
        return durability;
    }

    MVMap<byte[], byte[]> map(String name) {
        return pages.openMap(name, SortedBytes.map());
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
}
