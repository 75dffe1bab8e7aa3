package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Answers one client. A write is done at once, but answered when the store says it is safe, so no
 * thread waits for a commit and all that were done meanwhile share the next one. What may read a
 * whole collection runs beside the network's threads.
 */
final class CommandHandler extends MongoDatabaseHandler {

    private static final System.Logger LOG = System.getLogger(CommandHandler.class.getName());
    private static final Set<String> SLOW =
            Set.of("aggregate", "count", "distinct", "createIndexes", "validate");

    private final DurableBackend backend;
    private final Store store;
    private final Executor slowReads;
    private int answers;

    CommandHandler(DurableBackend backend, Store store, ChannelGroup clients, Executor slowReads) {
        super(backend, clients);
        this.backend = backend;
        this.store = store;
        this.slowReads = slowReads;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
        if (!(request instanceof MongoMessage message)) {
            super.channelRead0(client, request);
        } else if (SLOW.contains(message.getDocument().keySet().iterator().next())) {
            slowReads.execute(() -> answer(client, message));
        } else {
            answer(client, message);
        }
    }

    private void answer(ChannelHandlerContext client, MongoMessage message) {
        MongoMessage answer =
                new MongoMessage(
                        client.channel(),
                        new MessageHeader(++answers, message.getHeader().getRequestID()),
                        run(message));
        if (DurableBackend.writes(message.getDocument())) {
            store.whenSafe(failed -> {
                if (failed == null) {
                    send(client, answer);
                } else {
                    var _ = client.close();
                }
            });
        } else {
            send(client, answer);
        }
    }

    private static void send(ChannelHandlerContext client, MongoMessage answer) {
        var _ = client.writeAndFlush(answer, client.voidPromise());
    }

    private Document run(MongoMessage message) {
        try {
            return backend.handleMessage(message);
        } catch (MongoServerException refused) {
            return error(refused);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, () -> "Failed to run " + message.getDocument().keySet(), failed);
            return error(new MongoServerException("Unknown error: " + failed, failed));
        }
    }

    private static Document error(MongoServerException refused) {
        Document error =
                new Document("ok", 0).append("errmsg", refused.getMessageWithoutErrorCode());
        if (refused instanceof MongoServerError known) {
            error = error.append("code", known.getCode());
            error.putIfNotNull("codeName", known.getCodeName());
        }
        return error;
    }
}
