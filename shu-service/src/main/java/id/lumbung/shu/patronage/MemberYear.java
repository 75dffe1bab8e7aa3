package id.lumbung.shu.patronage;

import java.util.UUID;

/**
 * What a member did in a book year.
 *
 * @param totals of all that counts in the year by its date, also what arrived after its books had
 *     closed
 */
record MemberYear(
        UUID cooperativeId,
        int bookYear,
        String zone,
        RegisteredMember member,
        MemberTotals.Sums totals) {}
