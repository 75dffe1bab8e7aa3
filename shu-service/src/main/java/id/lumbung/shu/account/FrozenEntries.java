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

    private final List<FrozenCursor<UUID>> cursors = new ArrayList<>();
    private final List<FrozenCursor<LocalDate>> dayCursors = new ArrayList<>();

    FrozenEntries(AccountStore store, UUID cooperativeId, List<Integer> years) {
        for (var year : years) {
            cursors.add(
                    FrozenCursor.ofMembers(
                            year, store.entriesByMember(cooperativeId, year).iterator()));
            dayCursors.add(
                    FrozenCursor.ofDays(year, store.entriesByDay(cooperativeId, year).iterator()));
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
        cursors.forEach(FrozenCursor::close);
        dayCursors.forEach(FrozenCursor::close);
    }
}
