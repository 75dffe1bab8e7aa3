package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;

/** The facts of this service, whatever their kind. */
public final class OwnFacts implements ReconciliationSource {

    private static final int PENDING_COUNTED = 10_000;

    private final FactStores books;
    private final Outbox board;

    public OwnFacts(FactStores books, Outbox board) {
        this.books = books;
        this.board = board;
    }

    @Override
    public List<FactStores.Outlet> outlets() {
        return books.outlets();
    }

    @Override
    public List<FactStores.Outlet> outlets(UUID cooperativeId) {
        return books.outlets(cooperativeId);
    }

    @Override
    public long pending() {
        return books.all().stream()
                .mapToLong(book -> board.waiting(book.name(), PENDING_COUNTED).documents())
                .sum();
    }

    /** How many facts of a cooperative, before a time, wait to be told. */
    long pending(UUID cooperativeId, Instant until) {
        return books.all().stream()
                .mapToLong(
                        book -> board.waiting(book.name(), cooperativeId, until, PENDING_COUNTED))
                .sum();
    }

    /** How many facts of a cooperative, before a time, are blocked. */
    long blocked(UUID cooperativeId, Instant until) {
        return books.all().stream()
                .mapToLong(
                        book -> board.blocked(book.name(), cooperativeId, until, PENDING_COUNTED))
                .sum();
    }

    /** What is to be known of one fact, and whether it was told. */
    record Standing(Line line, CooperativeFacts.State state) {}

    @Override
    public void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to) {
        standing(outletId, from, until, standing -> to.accept(standing.line()));
    }

    void standing(UUID outletId, Instant from, Instant until, Consumer<Standing> to) {
        for (var book : books.all()) {
            for (var document : book.worths(outletId, from, until)) {
                var id = document.get("_id", UUID.class);
                to.accept(
                        new Standing(
                                new Line(
                                        EventId.of(id, book.eventType()),
                                        id,
                                        document.getDate("at").toInstant(),
                                        document.getLong(FactStore.WORTH)),
                                state(document)));
            }
        }
    }

    private static CooperativeFacts.State state(Document document) {
        if (document.containsKey(OutboxMessage.BLOCKED_AT)) {
            return CooperativeFacts.State.BLOCKED;
        }
        return document.containsKey(OutboxMessage.DUE)
                ? CooperativeFacts.State.PENDING
                : CooperativeFacts.State.PUBLISHED;
    }
}
