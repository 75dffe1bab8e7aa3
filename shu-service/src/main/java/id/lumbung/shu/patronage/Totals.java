package id.lumbung.shu.patronage;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.shu.journal.Entry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sums over entries, in rupiah. What takes back (returns, refunds, withdrawals) is negative, so
 * sums are nets.
 */
final class Totals {

    private final Map<Entry.Kind, Long> counts = new EnumMap<>(Entry.Kind.class);
    private final Map<Entry.Kind, Long> amounts = new EnumMap<>(Entry.Kind.class);
    private final Map<SavingsKind, Long> savings = new EnumMap<>(SavingsKind.class);
    private long entries;
    private long business;

    void add(Entry entry) {
        entries++;
        var amount = entry.amount().amount();
        counts.merge(entry.kind(), 1L, Math::addExact);
        amounts.merge(entry.kind(), amount, Math::addExact);
        if (entry.kind().isBusiness()) {
            business = Math.addExact(business, amount);
        } else if (entry.kind().isSavings() && entry.detail() != null) {
            savings.merge(SavingsKind.valueOf(entry.detail()), amount, Math::addExact);
        }
    }

    /**
     * @param entries how many there are behind these sums
     * @param business net purchases and fees paid
     * @param savings net of deposits and withdrawals, by kind of saving
     */
    record Sums(
            long entries,
            long business,
            long sales,
            long returns,
            long visits,
            long refunds,
            long salesCount,
            long visitsCount,
            Map<SavingsKind, Long> savings) {}

    Sums sums() {
        return new Sums(
                entries,
                business,
                amount(Entry.Kind.SALE),
                amount(Entry.Kind.RETURN),
                amount(Entry.Kind.VISIT),
                amount(Entry.Kind.REFUND),
                counts.getOrDefault(Entry.Kind.SALE, 0L),
                counts.getOrDefault(Entry.Kind.VISIT, 0L),
                Map.copyOf(savings));
    }

    private long amount(Entry.Kind kind) {
        return amounts.getOrDefault(kind, 0L);
    }
}
