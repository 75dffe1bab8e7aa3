package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Answers one client. A write is done at once, but answered when it is safe, see {@link
 * UnsafeAnswers}. What may read a whole collection runs beside the network's threads.
 */
final class CommandHandler extends MongoDatabaseHandler {

    private final DurableBackend backend;
    private final ClientCommands commands;
    private final UnsafeAnswers unsafe;
    private final Executor slow;

    CommandHandler(
            DurableBackend backend, Durability durability, ChannelGroup clients, Executor slow) {
        super(backend, clients);
        this.backend = backend;
        this.commands = new ClientCommands(backend, durability);
        this.unsafe = new UnsafeAnswers(durability, slow);
        this.slow = slow;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
        if (!(request instanceof MongoMessage message)) {
            super.channelRead0(client, request);
        } else if (isHeavy(message)) {
            slow.execute(() -> runSlowly(client, message));
        } else {
            Answer answer = commands.answer(client, message);
            if (WriteCommands.writes(message.getDocument())) {
                unsafe.add(answer);
            } else {
                answer.send();
            }
        }
    }

    private boolean isHeavy(MongoMessage message) {
        try {
            return backend.isHeavy(message.getDatabaseName(), message.getDocument());
        } catch (RuntimeException senseless) {
            return true;
        }
    }

    private void runSlowly(ChannelHandlerContext client, MongoMessage message) {
        Answer answer = commands.answer(client, message);
        if (WriteCommands.writes(message.getDocument())) {
            unsafe.makeSafe(List.of(answer));
        } else {
            answer.send();
        }
    }
}
