package id.lumbung.shu.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which entries frozen years count, read beside the journal member by member.
 *
 * <p>Costs two cursors for each frozen year.
 */
final class FrozenEntries implements AutoCloseable {

    private final List<AccountCursor> cursors = new ArrayList<>();
    private final List<DayCursor> dayCursors = new ArrayList<>();

    FrozenEntries(AccountStore store, UUID cooperativeId, List<Integer> years) {
        for (var year : years) {
            cursors.add(
                    new AccountCursor(year, store.entriesByMember(cooperativeId, year).iterator()));
            dayCursors.add(new DayCursor(year, store.entriesByDay(cooperativeId, year).iterator()));
        }
    }

    /** Members must be asked for in the order of their ids. */
    CountedEntries ofMember(UUID memberId, int year) {
        var counted = CountedEntries.none();
        for (var cursor : cursors) {
            counted.of(cursor.year(), year).addAll(cursor.entriesOf(memberId));
        }
        return counted;
    }

    /** Days must be asked for in their order. */
    CountedEntries ofDay(LocalDate day, int year) {
        var counted = CountedEntries.none();
        for (var cursor : dayCursors) {
            counted.of(cursor.year(), year).addAll(cursor.entriesOf(day));
        }
        return counted;
    }

    @Override
    public void close() {
        cursors.forEach(AccountCursor::close);
        dayCursors.forEach(DayCursor::close);
    }
}
