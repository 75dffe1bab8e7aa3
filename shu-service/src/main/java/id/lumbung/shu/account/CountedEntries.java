package id.lumbung.shu.account;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Entries that frozen years count of one member or one day.
 *
 * @param before what earlier years count
 * @param own what the year itself counts
 */
record CountedEntries(Set<UUID> before, Set<UUID> own) {

    static CountedEntries none() {
        return new CountedEntries(new HashSet<>(), new HashSet<>());
    }

    Set<UUID> of(int frozen, int year) {
        return frozen == year ? own : before;
    }

    boolean contains(UUID entry) {
        return before.contains(entry) || own.contains(entry);
    }
}
