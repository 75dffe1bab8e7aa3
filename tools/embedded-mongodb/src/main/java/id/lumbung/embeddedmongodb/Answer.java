package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;

/** What a client is to be told. */
record Answer(ChannelHandlerContext client, MongoMessage message) {

    void send() {
        var _ = client.writeAndFlush(message, client.voidPromise());
    }

    /** The client is told nothing, since nobody knows what will stay of what it wrote. */
    void withhold() {
        var _ = client.close();
    }
}
