package id.lumbung.retail.stock;

import java.util.ArrayList;
import java.util.List;

/** What left beyond the books, while a card is written; oldest first. */
final class BeyondBooks {

    private final List<Beyond> waiting;

    BeyondBooks(List<Beyond> waiting) {
        this.waiting = new ArrayList<>(waiting);
    }

    void add(Beyond beyond) {
        waiting.add(beyond);
    }

    /** What a receipt of so much of a batch explains, each with the quantity that is explained. */
    List<Beyond> explain(Batch batch, long quantity) {
        var explained = new ArrayList<Beyond>();
        var rest = quantity;
        for (var i = 0; i < waiting.size() && rest > 0; i++) {
            var beyond = waiting.get(i);
            if (beyond.canBe(batch)) {
                var part = Math.min(rest, beyond.quantity());
                waiting.set(i, beyond.less(part));
                explained.add(beyond.less(beyond.quantity() - part));
                rest -= part;
            }
        }
        waiting.removeIf(beyond -> beyond.quantity() == 0);
        return explained;
    }

    List<Beyond> all() {
        return List.copyOf(waiting);
    }
}
