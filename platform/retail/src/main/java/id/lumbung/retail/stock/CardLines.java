package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lines of a card while it is written, with their running balance. */
final class CardLines {

    private final List<CardLine> lines = new ArrayList<>();
    private long balance;

    CardLines(long balance) {
        this.balance = balance;
    }

    void change(Movement movement, Batch batch, Place place, long quantity, Rupiah cost) {
        balance += quantity;
        var at = movement.effectiveAt();
        add(movement.id(), movement.kind(), at, batch, place, quantity, cost, 0);
    }

    void explained(Beyond beyond, Instant at, HandedOver part) {
        var quantity = -part.quantity();
        balance += quantity;
        var cost = part.cost().negated();
        add(beyond.movement(), beyond.kind(), at, part.batch(), Place.SHELF, quantity, cost, 0);
    }

    void beyond(Beyond beyond, Place place) {
        var quantity = beyond.quantity();
        var at = beyond.at();
        add(beyond.movement(), beyond.kind(), at, null, place, 0, Rupiah.ZERO, quantity);
    }

    private void add(
            UUID movement,
            MovementKind kind,
            Instant at,
            @Nullable Batch batch,
            Place place,
            long quantity,
            Rupiah cost,
            long beyond) {
        lines.add(new CardLine(movement, kind, at, batch, place, quantity, cost, beyond, balance));
    }

    List<CardLine> all() {
        return List.copyOf(lines);
    }
}
