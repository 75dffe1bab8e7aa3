package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.FastThreadLocal;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Answers one client. A write is done at once, but answered after the network's thread has done
 * what the other clients sent meanwhile, so that all of them are made safe by one write to the log,
 * and no thread waits for another. What may read a whole collection runs beside the network's
 * threads.
 */
final class CommandHandler extends MongoDatabaseHandler {

    private static final System.Logger LOG = System.getLogger(CommandHandler.class.getName());

    /** The answers of one network thread that wait for {@link Store#makeSafe}. */
    private static final FastThreadLocal<List<Answer>> UNSAFE =
            new FastThreadLocal<>() {
                @Override
                protected List<Answer> initialValue() {
                    return new ArrayList<>();
                }
            };

    private record Answer(ChannelHandlerContext client, MongoMessage message) {
        void send() {
            var _ = client.writeAndFlush(message, client.voidPromise());
        }
    }

    private final DurableBackend backend;
    private final Store store;
    private final Executor slow;
    private int answers;

    CommandHandler(DurableBackend backend, Store store, ChannelGroup clients, Executor slow) {
        super(backend, clients);
        this.backend = backend;
        this.store = store;
        this.slow = slow;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext client, ClientRequest request) {
        if (!(request instanceof MongoMessage message)) {
            super.channelRead0(client, request);
        } else if (isHeavy(message)) {
            slow.execute(() -> runSlowly(client, message));
        } else {
            Answer answer = new Answer(client, run(message));
            if (DurableBackend.writes(message.getDocument())) {
                answerWhenSafe(answer);
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
        List<Answer> answer = List.of(new Answer(client, run(message)));
        if (DurableBackend.writes(message.getDocument())) {
            makeSafe(answer);
        } else {
            answer.forEach(Answer::send);
        }
    }

    private void answerWhenSafe(Answer answer) {
        List<Answer> unsafe = UNSAFE.get();
        if (unsafe.isEmpty()) {
            answer.client.executor().execute(this::answerAll);
        }
        var _ = unsafe.add(answer);
    }

    /** Runs in the network's thread, behind everything that had come in. */
    private void answerAll() {
        List<Answer> all = List.copyOf(UNSAFE.get());
        UNSAFE.get().clear();
        if (store.isStructureUnsafe()) {
            slow.execute(() -> makeSafe(all));
        } else {
            makeSafe(all);
        }
    }

    private void makeSafe(List<Answer> all) {
        try {
            store.makeSafe();
            all.forEach(Answer::send);
        } catch (RuntimeException neverSafe) {
            for (Answer answer : all) {
                var _ = answer.client.close();
            }
        }
    }

    private MongoMessage run(MongoMessage message) {
        MessageHeader header = new MessageHeader(++answers, message.getHeader().getRequestID());
        return new MongoMessage(message.getChannel(), header, answer(message));
    }

    private Document answer(MongoMessage message) {
        try {
            return backend.handleMessage(message);
        } catch (MongoServerException refused) {
            return error(refused);
        } catch (RuntimeException failed) {
            store.commandFailed(failed);
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
