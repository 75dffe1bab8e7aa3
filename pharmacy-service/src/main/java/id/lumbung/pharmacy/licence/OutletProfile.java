package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.security.Owned;
import id.lumbung.retail.stock.Shop;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of an outlet as a place that hands medicines over.
 *
 * @param stopDaysBeforeExpiry how many days before the last good day goods are no longer handed
 *     over; 0 where they are up to it
 * @param terms what it is by date, the earliest first; none where nobody has said it yet
 */
public record OutletProfile(
        UUID cooperativeId,
        UUID outletId,
        Zone zone,
        int stopDaysBeforeExpiry,
        List<OutletTerm> terms)
        implements Owned {

    public OutletProfile {
        terms = terms.stream().sorted(Comparator.comparing(OutletTerm::from)).toList();
    }

    /** Of an outlet of which nobody has said anything: western time, and no capability. */
    static OutletProfile unknown(UUID cooperativeId, UUID outletId) {
        return new OutletProfile(cooperativeId, outletId, Zone.WIB, 0, List.of());
    }

    OutletProfile with(Zone zone, int stopDaysBeforeExpiry, OutletTerm term) {
        var others = terms.stream().filter(it -> !it.from().equals(term.from()));
        return new OutletProfile(
                cooperativeId,
                outletId,
                zone,
                stopDaysBeforeExpiry,
                Stream.concat(others, Stream.of(term)).toList());
    }

    /** What it is on a day; empty where nobody has said so. */
    public Optional<OutletTerm> on(LocalDate day) {
        return terms.stream()
                .filter(term -> !term.from().isAfter(day))
                .max(Comparator.comparing(OutletTerm::from));
    }

    public Shop shop() {
        return new Shop(cooperativeId, outletId, zone.id(), stopDaysBeforeExpiry);
    }
}
