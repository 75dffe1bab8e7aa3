package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server's commands say of writing. */
final class WriteCommands {

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

    private WriteCommands() {}

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

    /** Mends the server's answer to an insert, which counts all documents sent. */
    static void countInserted(Document insert, Document answer) {
        if (answer.get("writeErrors") instanceof List<?> errors) {
            var _ = answer.put("n", inserted(insert, errors));
        }
    }

    private static Object inserted(Document insert, List<?> errors) {
        if (Boolean.FALSE.equals(insert.get("ordered"))
                && insert.get("documents") instanceof List<?> sent) {
            return sent.size() - errors.size();
        }
        return ((Document) errors.getFirst()).getOrDefault("index", 0);
    }
}
