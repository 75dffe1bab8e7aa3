package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a shop has of one product at an instant. From it and the movements after it any later one
 * follows.
 *
 * @param lots those that hold something, or are held back
 * @param beyond what left beyond the books and is not explained yet, oldest first
 * @param costIn what all goods cost that ever came in, by invoices and opening
 * @param costOut what those cost that left for good; with the value of what is there, all of it
 */
public record StockState(List<Lot> lots, List<Beyond> beyond, Rupiah costIn, Rupiah costOut) {

    public static final StockState EMPTY =
            new StockState(List.of(), List.of(), Rupiah.ZERO, Rupiah.ZERO);

    static final Comparator<Lot> FIRST_EXPIRING =
            Comparator.comparing(Lot::batch, Comparator.comparing(StockState::lastDay))
                    .thenComparing(Lot::since)
                    .thenComparing(lot -> lot.batch().number());

    /** So much of a batch, to be handed over. */
    public record Pick(Batch batch, long quantity) {}

    public StockState {
        lots =
                lots.stream()
                        .sorted(Comparator.comparing(Lot::batch, Batch.FIRST_EXPIRING))
                        .toList();
        beyond = List.copyOf(beyond);
    }

    private static LocalDate lastDay(Batch batch) {
        var expiry = batch.expiry();
        return expiry == null ? LocalDate.MAX : expiry;
    }

    /** All that is there, in all places. */
    public long total() {
        return lots.stream().mapToLong(Lot::total).sum();
    }

    public Rupiah value() {
        return lots.stream().map(Lot::value).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** Those that may be handed over on a day, in the order in which they should be. */
    public Stream<Lot> usableLots(Shop shop, LocalDate day) {
        return lots.stream()
                .filter(lot -> lot.on(Place.SHELF) > 0 && shop.isUsable(lot, day))
                .sorted(FIRST_EXPIRING);
    }

    public long usable(Shop shop, LocalDate day) {
        return usableLots(shop, day).mapToLong(lot -> lot.on(Place.SHELF)).sum();
    }

    /** On the shelf, and not to be handed over on a day. */
    public List<Lot> unusableLots(Shop shop, LocalDate day) {
        return lots.stream()
                .filter(lot -> lot.on(Place.SHELF) > 0 && !shop.isUsable(lot, day))
                .toList();
    }

    /** Those that may be handed over on a day, and no longer so many days later. */
    public List<Lot> nearExpiry(Shop shop, LocalDate day, int days) {
        return usableLots(shop, day)
                .filter(lot -> !shop.isUsable(lot, day.plusDays(days)))
                .toList();
    }

    /** What to hand over first: what expires first, as far as there is enough. */
    public List<Pick> firstExpiring(Shop shop, LocalDate day, long quantity) {
        var picks = new ArrayList<Pick>();
        var rest = quantity;
        for (var lot : usableLots(shop, day).toList()) {
            var part = Math.min(rest, lot.on(Place.SHELF));
            if (part > 0) {
                picks.add(new Pick(lot.batch(), part));
                rest -= part;
            }
        }
        return picks;
    }
}
