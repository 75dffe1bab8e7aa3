package id.lumbung.shu.patronage;

import java.util.Map;
import java.util.UUID;

/**
 * What all did with a cooperative in a book year.
 *
 * @param ofMembers what members did; the rest was done by passers-by
 * @param members that did anything in the year
 */
record CooperativeYear(
        UUID cooperativeId,
        int bookYear,
        String zone,
        int members,
        Totals.Sums totals,
        Totals.Sums ofMembers,
        Map<UUID, Totals.Sums> outlets) {}
