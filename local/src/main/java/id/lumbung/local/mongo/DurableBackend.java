package id.lumbung.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * A server's data whose acknowledged writes are in the file, safe from the death of the process.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findandmodify", "createindexes");

    private final SharedCommit commit;

    DurableBackend(MVStore store) {
        super(store);
        this.commit = new SharedCommit(store::commit);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String database, String command, Document query) {
        var answer = super.handleCommand(channel, database, command, query);
        if (!isInMemory()
                && WRITES.contains(command.toLowerCase(Locale.ROOT))
                && wantsJournal(query)) {
            commit.await();
        }
        return answer;
    }

    /**
     * A writer who asks for {@code j: false} does not wait; the next commit, at most a second
     * later, takes the write along.
     */
    private static boolean wantsJournal(Document query) {
        return !(query.get("writeConcern") instanceof Document concern)
                || !Boolean.FALSE.equals(concern.get("j"));
    }
}
