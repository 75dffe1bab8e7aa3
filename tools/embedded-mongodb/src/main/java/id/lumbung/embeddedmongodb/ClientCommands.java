package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelHandlerContext;
import java.lang.System.Logger.Level;

/** Runs the commands of one client; whatever it fails by is said in the answer. */
final class ClientCommands {

    private static final System.Logger LOG = System.getLogger(ClientCommands.class.getName());

    private final DurableBackend backend;
    private final Durability durability;
    private int answers;

    ClientCommands(DurableBackend backend, Durability durability) {
        this.backend = backend;
        this.durability = durability;
    }

    Answer answer(ChannelHandlerContext client, MongoMessage message) {
        MessageHeader header = new MessageHeader(++answers, message.getHeader().getRequestID());
        return new Answer(client, new MongoMessage(message.getChannel(), header, run(message)));
    }

    private Document run(MongoMessage message) {
        try {
            return backend.handleMessage(message);
        } catch (MongoServerException refused) {
            return error(refused);
        } catch (RuntimeException failed) {
            durability.commandFailed(failed);
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
