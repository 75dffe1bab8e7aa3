package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB-compatible server in this process. On disk, every write it acknowledges survives the
 * death of the process (not of the machine: the file is written, not forced to the medium).
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final int CACHE_MEGABYTES = 48;
    private static final int PAGE_BYTES = 8 * 1024;

    private final MongoServer server;
    private final MongoBackend backend;
    private final int port;

    private EmbeddedMongo(MongoBackend backend, int port) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * @param port 0 for any that is free
     * @throws IllegalStateException when the folder is in use by another process, or its file is
     *     damaged; says what to do
     */
    public static EmbeddedMongo onDisk(Path folder, int port) {
        var file = folder.resolve("mongodb.mv");
        try {
            var _ = Files.createDirectories(folder);
            var store =
                    new MVStore.Builder()
                            .fileName(file.toString())
                            .cacheSize(CACHE_MEGABYTES)
                            .pageSplitSize(PAGE_BYTES)
                            .autoCommitDisabled()
                            .open();
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            store.setAutoCommitDelay(200);
            return new EmbeddedMongo(new DurableBackend(store), port);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                            ? "The database in %s is in use by another process. End that one first, or give another folder by --data."
                                    .formatted(folder)
                            : "The database file %s cannot be read: it is damaged or not ours. Move it away, or start with --fresh."
                                    .formatted(file),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
    }

    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(new DurableBackend(MVStore.open(null)), port);
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        backend.close();
    }
}
