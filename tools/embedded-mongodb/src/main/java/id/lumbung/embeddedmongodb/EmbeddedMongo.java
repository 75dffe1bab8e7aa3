package id.lumbung.embeddedmongodb;

import io.netty.channel.Channel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A MongoDB for one machine, listening on 127.0.0.1 only. On disk it keeps every acknowledged write
 * across kill -9 (not across a power cut); in memory it keeps nothing. It has no transactions,
 * sessions, change streams, text or geo indexes, collations, TTL, and no access control; the
 * module's README says what it has.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Store store;
    private final DurableBackend backend;
    private final MongoNetwork network = new MongoNetwork();
    private final ExecutorService slowReads =
            Executors.newCachedThreadPool(new DefaultThreadFactory("mongo-slow", true));
    private final Channel listener;

    private EmbeddedMongo(Store store, int port) {
        this.store = store;
        this.backend = new DurableBackend(store);
        Durability durability = store.durability();
        try {
            this.listener =
                    network.listen(
                            port,
                            clients -> new CommandHandler(backend, durability, clients, slowReads));
        } catch (RuntimeException inUse) {
            stop();
            throw inUse;
        }
        durability.whenFailed(_ -> stopAnswering());
    }

    /**
     * Opens or creates the database in {@code folder}.
     *
     * @param port 0 for a free one
     * @throws UnusableFolder if another process has the folder, or its content is damaged
     */
    public static EmbeddedMongo onDisk(Path folder, int port) {
        return new EmbeddedMongo(Store.onDisk(folder), port);
    }

    /**
     * Starts an empty database that is gone when closed.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedMongo inMemory(int port) {
        return new EmbeddedMongo(Store.inMemory(), port);
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** What a driver connects to; append the name of a database. */
    public String uri() {
        return "mongodb://" + HOST + ":" + port();
    }

    /**
     * Calls {@code end} with the cause when the database can write (or read) no more, on a full
     * disk say. It answers nobody then: what is not safe must not be seen. A new start over the
     * same folder goes on from what was acknowledged.
     */
    public void whenFailed(Consumer<Throwable> end) {
        store.durability().whenFailed(end);
    }

    private void stopAnswering() {
        var _ = listener.close();
        var _ = network.clients().close();
    }

    /** Stops answering, writes what is left and compacts the file for two seconds at most. */
    @Override
    public void close() {
        var _ = listener.close().syncUninterruptibly();
        var _ = network.clients().close().syncUninterruptibly();
        stop();
    }

    private void stop() {
        network.stop();
        slowReads.close();
        backend.close();
        store.durability().close();
    }
}
