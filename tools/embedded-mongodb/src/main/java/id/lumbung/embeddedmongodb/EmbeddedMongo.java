package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A MongoDB for one machine, listening on 127.0.0.1 only. On disk it keeps every acknowledged write
 * across kill -9 (not across a power cut); in memory it keeps nothing. It has no transactions,
 * sessions, change streams, text or geo indexes, collations, TTL, and no access control; the
 * module's README says what it has.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    /**
     * One thread does what all clients ask between two looks at the network, and one write to the
     * log makes it safe.
     */
    private static final int THREADS = 1;

    private final Store store;
    private final DurableBackend backend;
    private final EventLoopGroup loops;
    private final ExecutorService slowReads;
    private final ChannelGroup clients;
    private final Channel listener;

    private EmbeddedMongo(Store store, int port) {
        this.store = store;
        this.backend = new DurableBackend(store);
        this.loops =
                new MultiThreadIoEventLoopGroup(
                        THREADS,
                        new DefaultThreadFactory("mongo", true),
                        NioIoHandler.newFactory());
        this.slowReads =
                Executors.newCachedThreadPool(new DefaultThreadFactory("mongo-slow", true));
        this.clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        try {
            this.listener = listen(port);
        } catch (RuntimeException inUse) {
            stop();
            throw inUse;
        }
        store.whenFailed(_ -> stopAnswering());
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

    private Channel listen(int port) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel client) {
                                var _ =
                                        client.pipeline()
                                                .addLast(
                                                        new MongoWireReplyEncoder(),
                                                        new MongoWireMessageEncoder(),
                                                        new MongoWireProtocolHandler(),
                                                        new CommandHandler(
                                                                backend, store, clients, slowReads),
                                                        new MongoExceptionHandler());
                            }
                        })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
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
        store.whenFailed(end);
    }

    private void stopAnswering() {
        var _ = listener.close();
        var _ = clients.close();
    }

    /** Stops answering, writes what is left and compacts the file for two seconds at most. */
    @Override
    public void close() {
        var _ = listener.close().syncUninterruptibly();
        var _ = clients.close().syncUninterruptibly();
        stop();
    }

    private void stop() {
        var _ = loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        slowReads.close();
        backend.close();
        store.close();
    }
}
