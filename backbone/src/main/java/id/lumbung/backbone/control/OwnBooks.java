package id.lumbung.backbone.control;

import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.fact.FactBooks;
import id.lumbung.backbone.fact.Facts;
import id.lumbung.backbone.relay.NoticeBoard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The facts of this service, whatever their kind. */
public final class OwnBooks implements ControlledBook {

    private static final int PENDING_COUNTED = 10_000;

    private final FactBooks books;
    private final NoticeBoard board;

    public OwnBooks(FactBooks books, NoticeBoard board) {
        this.books = books;
        this.board = board;
    }

    @Override
    public List<FactBooks.Outlet> outlets() {
        return books.outlets();
    }

    @Override
    public long pending() {
        return books.all().stream()
                .mapToLong(book -> board.waiting(book.name(), PENDING_COUNTED).documents())
                .sum();
    }

    @Override
    public void lines(UUID outletId, Instant from, Instant until, Consumer<Line> to) {
        for (var book : books.all()) {
            for (var document : book.worths(outletId, from, until)) {
                var id = document.get("_id", UUID.class);
                to.accept(
                        new Line(
                                EventId.of(id, book.eventType()),
                                id,
                                document.getDate("at").toInstant(),
                                document.getLong(Facts.WORTH)));
            }
        }
    }
}
