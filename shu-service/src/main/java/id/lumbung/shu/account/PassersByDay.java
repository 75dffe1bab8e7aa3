package id.lumbung.shu.account;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What passers-by did at a cooperative on one day, as one book year counts it.
 *
 * @param bookYear that counts it: the day's own, or a later one for what arrived after closing
 * @param business net rupiah
 * @param entries oldest first
 */
public record PassersByDay(
        UUID cooperativeId, int bookYear, LocalDate day, long business, List<UUID> entries) {

    public PassersByDay {
        entries = List.copyOf(entries);
    }
}
