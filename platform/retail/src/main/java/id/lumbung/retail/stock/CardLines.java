package id.lumbung.retail.stock;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of a card while it is written, with their running balance. */
final class CardLines {

    private final List<CardLine> lines = new ArrayList<>();
    private long balance;

    CardLines(long balance) {
        this.balance = balance;
    }

    void change(Movement movement, Batch batch, Place place, long quantity, Rupiah cost) {
        balance += quantity;
        lines.add(
                new CardLine(
                        movement.id(),
                        movement.kind(),
                        movement.effectiveAt(),
                        batch,
                        place,
                        quantity,
                        cost,
                        0,
                        balance));
    }

    void explained(Beyond beyond, Instant at, HandedOver part) {
        balance -= part.quantity();
        lines.add(
                new CardLine(
                        beyond.movement(),
                        beyond.kind(),
                        at,
                        part.batch(),
                        Place.SHELF,
                        -part.quantity(),
                        part.cost().negated(),
                        0,
                        balance));
    }

    void beyond(Beyond beyond, Place place) {
        lines.add(
                new CardLine(
                        beyond.movement(),
                        beyond.kind(),
                        beyond.at(),
                        null,
                        place,
                        0,
                        Rupiah.ZERO,
                        beyond.quantity(),
                        balance));
    }

    List<CardLine> all() {
        return List.copyOf(lines);
    }
}
