package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore.TxCounter;
import org.jspecify.annotations.Nullable;

/** All databases of one store, and what has to be done around each command. */
final class DurableBackend extends AbstractMongoBackend {

    private final Store store;

    DurableBackend(Store store) {
        this.store = store;
        for (String database : MapNames.databasesIn(store)) {
            var _ = resolveDatabase(database);
        }
        store.durability().recover(this::restore);
    }

    /** A collection that is not there was never acknowledged, nor anything in it. */
    private void restore(RedoEntry entry) {
        String fullName = entry.collection();
        int dot = fullName.indexOf('.');
        if (collection(fullName.substring(0, dot), fullName.substring(dot + 1))
                instanceof IndexedCollection collection) {
            collection.restore(entry.key(), entry.document());
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, store, getCursorRegistry());
    }

    /** Whether a command may read or write more than a few hundred documents. */
    boolean isHeavy(String database, Document command) {
        return new CommandWeight((name, query, asked, wanted) ->
                collection(database, name) instanceof IndexedCollection collection
                        ? collection.reads(query, (Document) asked.get("sort"), wanted)
                        : 0)
                .isHeavy(command);
    }

    private @Nullable MongoCollection<?> collection(String database, String name) {
        return resolveDatabase(database).resolveCollection(name, false);
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        TxCounter pagesInUse = store.file().registerVersionUsage();
        try {
            Document answer =
                    WriteCommands.writes(query)
                            ? store.write(
                                    () -> super.handleCommand(channel, database, command, query))
                            : read(channel, database, command, query);
            if (command.equals("insert")) {
                WriteCommands.countInserted(query, answer);
            }
            return answer;
        } finally {
            store.file().deregisterVersionUsage(pagesInUse);
        }
    }

    private Document read(Channel channel, String database, String command, Document query) {
        FirstMatch match = command.equals("aggregate") ? FirstMatch.of(database, query) : null;
        return match == null
                ? super.handleCommand(channel, database, command, query)
                : match.within(() -> super.handleCommand(channel, database, command, query));
    }
}
