package id.lumbung.shu.closing.record;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.division.Division;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads book years, whether they are open or closed. */
@Component
public class BookYearReader {

    private final BookYearStore store;

    BookYearReader(BookYearStore store) {
        this.store = store;
    }

    /** A year nobody has touched is open. */
    public BookYearRecord get(UUID cooperativeId, int year) {
        return store.get(cooperativeId, year);
    }

    public List<Integer> closedBefore(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() < year && it.hasClosedBooks())
                .map(BookYearRecord::bookYear)
                .toList();
    }

    /** A loss that is known to be carried into a year; a year before may yet leave another. */
    public Rupiah knownLoss(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() < year)
                .map(BookYearRecord::division)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later)
                .map(Division::carriedForward)
                .orElse(Rupiah.ZERO);
    }

    /** The policy of a year, or, while it has none, of the last year before it that had one. */
    public Optional<BookYearRecord> lastWithPolicy(UUID cooperativeId, int year) {
        return store.all(cooperativeId).stream()
                .filter(it -> it.bookYear() <= year && !it.policies().isEmpty())
                .reduce((_, later) -> later);
    }
}
