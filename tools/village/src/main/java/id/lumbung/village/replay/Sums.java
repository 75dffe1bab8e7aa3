package id.lumbung.village.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import id.lumbung.village.life.SentSales;

/**
 * What a replay came to, as {@code --json} writes it.
 *
 * @param rowsRead of the file, the refused ones among them
 * @param sales sent; those that were there already, that conflict and that were refused among them
 * @param units base units in the sales sent
 * @param rupiahJournalled of the outlet, on the days replayed
 * @param salesJournalled of the outlet, on the days replayed
 * @param seconds from the first sale sent until the journal had all
 */
@JsonPropertyOrder({
    "rowsRead",
    "rowsRefused",
    "sales",
    "duplicates",
    "conflicts",
    "refused",
    "units",
    "rupiahSent",
    "rupiahJournalled",
    "salesJournalled",
    "seconds"
})
public record Sums(
        long rowsRead,
        long rowsRefused,
        long sales,
        long duplicates,
        long conflicts,
        long refused,
        long units,
        long rupiahSent,
        long rupiahJournalled,
        long salesJournalled,
        double seconds) {

    static Sums of(RowSums rows, SentSales sent, JournalledSales journalled, double seconds) {
        return new Sums(
                rows.read(),
                rows.refused(),
                sent.sales(),
                sent.duplicates(),
                sent.conflicts(),
                sent.refused(),
                sent.units(),
                sent.rupiah(),
                journalled.rupiah(),
                journalled.sales(),
                Math.round(seconds * 1_000) / 1_000.0);
    }
}
