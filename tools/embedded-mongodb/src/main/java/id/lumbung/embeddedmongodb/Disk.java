package id.lumbung.embeddedmongodb;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The file of the pages and the log beside it. A write is safe when it is in the {@link RedoLog};
 * one write to that file serves all who wait. The pages are written now and then, by a {@link
 * Checkpoint}, and what changes the structure is answered after one.
 *
 * <p>What could not be written once (the disk is full, say) is never tried again; only a new start,
 * which reads the log back, goes on from what is safe.
 */
final class Disk implements Durability {

    private static final System.Logger LOG = System.getLogger(Disk.class.getName());

    /** Writers wait for a checkpoint at so much unwritten. */
    private static final int MAX_UNWRITTEN_BYTES = 3 * CheckpointDue.UNWRITTEN_BYTES;

    private static final int COMPACTION_ON_CLOSE_MILLIS = 2_000;

    private final DataFolder folder;
    private final MVStore pages;
    private final RedoLog log;
    private final DiskFailure failure = new DiskFailure();
    private final Checkpoint checkpoint;
    private final CheckpointThread checkpoints;

    private Disk(DataFolder folder, MVStore pages, RedoLog log, Lock alone) {
        this.folder = folder;
        this.pages = pages;
        this.log = log;
        this.checkpoint = new Checkpoint(pages, log, alone);
        this.checkpoints = new CheckpointThread(pages, log, checkpoint, failure);
    }

    /**
     * @param alone keeps all writers out
     */
    static Disk open(DataFolder folder, MVStore pages, Lock alone) {
        try {
            return new Disk(folder, pages, RedoLog.behind(folder.path()), alone);
        } catch (IOException unusable) {
            pages.closeImmediately();
            throw UnusableFolder.because(folder.path(), unusable);
        }
    }

    /** Reads the log back, then begins to write checkpoints. */
    @Override
    public void recover(Recovery.Change change) {
        try {
            Recovery.read(folder.path(), change);
            checkpoint.write();
            checkpoints.start();
        } catch (MVStoreException unusable) {
            throw release(PageFile.unusable(folder.path(), unusable));
        } catch (IOException unusable) {
            throw release(UnusableFolder.because(folder.path(), unusable));
        } catch (UnusableFolder damaged) {
            throw release(damaged);
        }
    }

    private UnusableFolder release(UnusableFolder cause) {
        pages.closeImmediately();
        folder.close();
        return cause;
    }

    @Override
    public void changed(byte[] collection, byte[] key, byte @Nullable [] document) {
        log.append(collection, key, document);
    }

    @Override
    public void structureChanged() {
        checkpoint.structureChanged();
    }

    @Override
    public boolean isStructureUnsafe() {
        return checkpoint.isStructureUnsafe();
    }

    @Override
    public void makeSafe() {
        failure.throwIfHappened();
        try {
            if (isStructureUnsafe() || pages.getUnsavedMemory() > MAX_UNWRITTEN_BYTES) {
                checkpoint.write();
            } else {
                log.flush();
            }
        } catch (IOException | MVStoreException unwritten) {
            failure.happen(unwritten);
            throw DiskFailure.unsafe(unwritten);
        }
    }

    @Override
    public void whenFailed(Consumer<Throwable> end) {
        failure.whenHappened(end);
    }

    @Override
    public void commandFailed(RuntimeException cause) {
        failure.lookAt(cause);
    }

    @Override
    public void close() {
        checkpoints.stop();
        try {
            long covered = log.rotate();
            log.close();
            pages.close(COMPACTION_ON_CLOSE_MILLIS);
            log.drop(covered + 1);
        } catch (IOException | MVStoreException unwritten) {
            LOG.log(
                    Level.ERROR,
                    "The database was not closed well; its log will be read at the next start",
                    unwritten);
        }
        folder.close();
    }
}
