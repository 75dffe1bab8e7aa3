package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;

/** Whether a command may read or write so much that it must not hold up the network's thread. */
final class CommandWeight {

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

    private final ReadEstimate reads;

    CommandWeight(ReadEstimate reads) {
        this.reads = reads;
    }

    boolean isHeavy(Document command) {
        String name = command.keySet().iterator().next();
        return switch (name) {
            case "insert" -> command.get("documents") instanceof List<?> sent && sent.size() > MANY;
            case "find" -> isHeavy(command, "filter", ReadEstimate.wantedBy(command));
            case "findAndModify" -> isHeavy(command, "query", 1);
            case "update" -> isAnyHeavy(command, "updates");
            case "delete" -> isAnyHeavy(command, "deletes");
            default -> !QUICK.contains(name);
        };
    }

    private boolean isAnyHeavy(Document command, String statements) {
        if (!(command.get(statements) instanceof List<?> all) || all.size() > MANY) {
            return true;
        }
        Object collection = command.get(command.keySet().iterator().next());
        return all.stream()
                .map(statement ->
                        new Document("in", collection).append("q", ((Document) statement).get("q")))
                .anyMatch(one -> isHeavy(one, "q", 0));
    }

    private boolean isHeavy(Document command, String query, int wanted) {
        String collection = String.valueOf(command.values().iterator().next());
        return command.getOrDefault(query, EVERYTHING) instanceof Document asked
                && reads.documents(collection, asked, command, wanted) > MANY;
    }
}
