package id.lumbung.embeddedmongodb;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The clients, on 127.0.0.1 only, and the thread that does what they ask. */
final class MongoNetwork {

    /**
     * One thread does what all clients ask between two looks at the network, and one write to the
     * log makes it safe.
     */
    private static final int THREADS = 1;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(
                    THREADS, new DefaultThreadFactory("mongo", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Begins to listen.
     *
     * @param port 0 for a free one
     * @param handlers what answers one client, which it puts into the group
     */
    Channel listen(int port, Function<ChannelGroup, ChannelHandler> handlers) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ClientPipeline(() -> handlers.apply(clients)))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .syncUninterruptibly()
                .channel();
    }

    ChannelGroup clients() {
        return clients;
    }

    void stop() {
        var _ = loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
