package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import java.util.function.Supplier;

/** Speaks MongoDB's wire protocol with each client that connects. */
final class ClientPipeline extends ChannelInitializer<SocketChannel> {

    private final Supplier<ChannelHandler> commands;

    /**
     * @param commands makes what answers one client
     */
    ClientPipeline(Supplier<ChannelHandler> commands) {
        this.commands = commands;
    }

    @Override
    protected void initChannel(SocketChannel client) {
        var _ =
                client.pipeline()
                        .addLast(
                                new MongoWireReplyEncoder(),
                                new MongoWireMessageEncoder(),
                                new MongoWireProtocolHandler(),
                                commands.get(),
                                new MongoExceptionHandler());
    }
}
