package id.lumbung.embeddedmongodb;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What makes written documents safe: a {@link Disk}, or {@link Memory}, where nothing is. */
interface Durability extends AutoCloseable {

    /**
     * Gives every change that is only in the log to {@code change}; to be called before anything
     * else is written.
     */
    void recover(Recovery.Change change);

    /** Notes what became of a document, within {@link Store#write}. */
    void changed(byte[] collection, byte[] key, byte @Nullable [] document);

    /** Notes that a collection or index came or went, within {@link Store#write}. */
    void structureChanged();

    /**
     * Afterwards everything written before this call is safe, whoever wrote it.
     *
     * @throws IllegalStateException if it is not, and never will be
     */
    void makeSafe();

    /** Whether {@link #makeSafe} has to write pages, and takes long. */
    boolean isStructureUnsafe();

    /** Calls {@code end} once nothing can be written any more, at once if that is so already. */
    void whenFailed(Consumer<Throwable> end);

    /** Takes note of what a command failed by, which may be that the pages cannot be read. */
    void commandFailed(RuntimeException cause);

    @Override
    void close();
}
