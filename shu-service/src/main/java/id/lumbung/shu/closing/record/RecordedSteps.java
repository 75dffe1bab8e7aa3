package id.lumbung.shu.closing.record;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Writes what somebody decides about a book year in the audit before it counts; what follows from
 * it of itself is not written there.
 */
@Component
public class RecordedSteps {

    private final BookYearStore store;
    private final AuditLog audit;
    private final Clock clock;

    RecordedSteps(BookYearStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public BookYearRecord save(String action, BookYearRecord next) {
        return save(action, next, Filters.empty());
    }

    /**
     * @param only what else must hold of the year's document
     */
    public BookYearRecord save(String action, BookYearRecord next, Bson only) {
        record(action, next.cooperativeId(), next.bookYear(), next.id());
        return store.save(next, only);
    }

    /** Writes what is about to be done of a book year in the audit. */
    public void record(String action, UUID cooperativeId, int year, UUID about) {
        audit.record(action, cooperativeId, about.toString(), "Book year " + year);
    }
}
