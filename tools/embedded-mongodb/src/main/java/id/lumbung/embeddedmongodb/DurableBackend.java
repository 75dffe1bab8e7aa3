package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore.TxCounter;

/** All databases of one store, and what has to be done around each command. */
final class DurableBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES =
            Set.of(
                    "insert",
                    "update",
                    "delete",
                    "findandmodify",
                    "create",
                    "createindexes",
                    "drop",
                    "dropindexes",
                    "dropdatabase");

    /** What says nothing about any document. */
    private static final Set<String> QUICK =
            Set.of(
                    "hello",
                    "isMaster",
                    "ismaster",
                    "ping",
                    "endSessions",
                    "killCursors",
                    "buildInfo");

    /** More documents than this take the network's thread too long: about two milliseconds. */
    private static final int MANY = 200;

    private static final Document EVERYTHING = new Document();

    private final Store store;

    DurableBackend(Store store) {
        this.store = store;
        for (String database : DurableDatabase.namesIn(store)) {
            var _ = resolveDatabase(database);
        }
        store.recover(this::restore);
    }

    /** A collection that is not there was never acknowledged, nor anything in it. */
    private void restore(RedoEntry entry) {
        String fullName = entry.collection();
        int dot = fullName.indexOf('.');
        if (resolveDatabase(fullName.substring(0, dot))
                        .resolveCollection(fullName.substring(dot + 1), false)
                instanceof IndexedCollection collection) {
            collection.restore(entry.key(), entry.document());
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, store, getCursorRegistry());
    }

    /** Whether the answer must wait until the store is safe. */
    static boolean writes(Document command) {
        String name = command.keySet().iterator().next();
        if (name.equals("aggregate")
                && command.get(name) != null
                && command.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last) {
            return last.containsKey("$out") || last.containsKey("$merge");
        }
        return WRITES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a command may read or write more than a few hundred documents. */
    boolean isHeavy(String databaseName, Document command) {
        String name = command.keySet().iterator().next();
        return switch (name) {
            case "insert" -> command.get("documents") instanceof List<?> sent && sent.size() > MANY;
            case "find" -> {
                int limit = number(command, "limit");
                yield isHeavy(
                        databaseName,
                        command,
                        "filter",
                        limit == 0 ? 0 : limit + number(command, "skip"));
            }
            case "findAndModify" -> isHeavy(databaseName, command, "query", 1);
            case "update" -> isAnyHeavy(databaseName, command, "updates");
            case "delete" -> isAnyHeavy(databaseName, command, "deletes");
            default -> !QUICK.contains(name);
        };
    }

    private boolean isAnyHeavy(String databaseName, Document command, String statements) {
        if (!(command.get(statements) instanceof List<?> all) || all.size() > MANY) {
            return true;
        }
        Object collection = command.get(command.keySet().iterator().next());
        for (Object statement : all) {
            Document one =
                    new Document("in", collection).append("q", ((Document) statement).get("q"));
            if (isHeavy(databaseName, one, "q", 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeavy(String databaseName, Document command, String query, int wanted) {
        Object name = command.values().iterator().next();
        return resolveDatabase(databaseName).resolveCollection(String.valueOf(name), false)
                        instanceof IndexedCollection collection
                && command.getOrDefault(query, EVERYTHING) instanceof Document asked
                && collection.reads(asked, (Document) command.get("sort"), wanted) > MANY;
    }

    private static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? Math.abs(number.intValue()) : 0;
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        TxCounter pagesInUse = store.file().registerVersionUsage();
        try {
            Document answer =
                    writes(query)
                            ? store.write(
                                    () -> super.handleCommand(channel, database, command, query))
                            : read(channel, database, command, query);
            if (command.equals("insert") && answer.get("writeErrors") instanceof List<?> errors) {
                var _ = answer.put("n", inserted(query, errors));
            }
            return answer;
        } finally {
            store.file().deregisterVersionUsage(pagesInUse);
        }
    }

    private Document read(Channel channel, String database, String command, Document query) {
        if (command.equals("aggregate")
                && query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.get("$match") instanceof Document match) {
            return store.matching(
                    database + "." + query.get(command),
                    match,
                    () -> super.handleCommand(channel, database, command, query));
        }
        return super.handleCommand(channel, database, command, query);
    }

    /** The server answers with the number of documents sent. */
    private static Object inserted(Document insert, List<?> errors) {
        if (Boolean.FALSE.equals(insert.get("ordered"))
                && insert.get("documents") instanceof List<?> sent) {
            return sent.size() - errors.size();
        }
        return ((Document) errors.getFirst()).getOrDefault("index", 0);
    }
}
