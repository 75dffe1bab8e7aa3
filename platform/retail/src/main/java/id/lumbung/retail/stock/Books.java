package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.discrepancy.Discrepancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What stands in a card while it is written. */
final class Books {

    final Shop shop;
    final Lots lots;
    final BeyondBooks beyondBooks;
    final CardLines lines;
    private final Map<UUID, List<HandedOver>> handedOver = new HashMap<>();
    private final List<Discrepancy> found = new ArrayList<>();
    private Rupiah costIn;
    private Rupiah costOut;

    Books(Shop shop, StockState opening) {
        this.shop = shop;
        this.lots = new Lots(opening.lots());
        this.beyondBooks = new BeyondBooks(opening.beyond());
        this.lines = new CardLines(opening.total());
        this.costIn = opening.costIn();
        this.costOut = opening.costOut();
    }

    void costIn(Rupiah cost) {
        costIn = costIn.plus(cost);
    }

    /**
     * @param cost of goods that left for good; negative where they are back
     */
    void costOut(Rupiah cost) {
        costOut = costOut.plus(cost);
    }

    void hand(UUID movement, HandedOver part) {
        handedOver.computeIfAbsent(movement, _ -> new ArrayList<>()).add(part);
    }

    /** What a movement handed over, to be changed by who brings it back; none where unknown. */
    List<HandedOver> handedOver(UUID movement) {
        return handedOver.getOrDefault(movement, new ArrayList<>());
    }

    void found(StockDiscrepancy kind, UUID cause, Instant at, Map<String, Long> figures) {
        found.add(Discrepancy.of(kind, cause, at, figures));
    }

    Card card(StockState opening) {
        var closing = new StockState(lots.thatMatter(), beyondBooks.all(), costIn, costOut);
        var open = closing.beyond().stream().map(Beyond::discrepancy);
        var all = Stream.concat(found.stream(), open).toList();
        return new Card(opening, closing, lines.all(), all, Map.copyOf(handedOver));
    }
}
