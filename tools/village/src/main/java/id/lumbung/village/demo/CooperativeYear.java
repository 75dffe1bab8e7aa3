package id.lumbung.village.demo;

import java.util.Map;

/** A cooperative's year as the journal has it; amounts in rupiah. */
record CooperativeYear(Sums totals, Sums ofMembers) {

    record Sums(
            long business,
            long sales,
            long returns,
            long visits,
            long refunds,
            long salesCount,
            long visitsCount,
            Map<String, Long> savings) {}
}
