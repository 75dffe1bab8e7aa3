package id.lumbung.village.replay;

import id.lumbung.village.life.Sale;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The day a replay has come to, and the sales that it sent of it. */
final class LastDay {

    private LocalDate day = LocalDate.MIN;
    private final Set<UUID> sales = new HashSet<>();

    void comeTo(LocalDate next) {
        if (!next.equals(day)) {
            day = next;
            sales.clear();
        }
    }

    void add(Sale sale) {
        var _ = sales.add(sale.id());
    }

    boolean is(LocalDate other) {
        return day.equals(other);
    }

    boolean holds(UUID saleId) {
        return sales.contains(saleId);
    }
}
