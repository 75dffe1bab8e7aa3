package id.lumbung.bench;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import id.lumbung.launcher.login.Callers;
import id.lumbung.launcher.stack.Stack;
import id.lumbung.launcher.stack.StackPart;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Milliseconds until a member's year, a page of entries, and nothing from an outbox with nothing
 * pending.
 */
record ReadTimes(double memberYear, double page, double sweep) {

    static ReadTimes of(Stack stack, Callers callers, MixedEntries entries) {
        var cooperative = entries.cooperative();
        var reads = new Reads();
        var years = stack.url(StackPart.SHU) + "/cooperatives/" + cooperative;
        var board = callers.boardLogin(cooperative);
        var member = "/members/%s/years/2025".formatted(entries.member(7));
        return new ReadTimes(
                reads.median(years + member, board),
                reads.median(years + "/years/2025/entries?limit=100", board),
                Reads.median(() -> sweep(entries.journal())));
    }

    private static void sweep(MongoCollection<Document> outbox) {
        var _ =
                outbox.find(Filters.lte("outboxDue", Date.from(Instant.now())))
                        .sort(new Document("outboxDue", 1))
                        .limit(500)
                        .first();
    }
}
