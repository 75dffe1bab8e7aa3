package id.lumbung.pharmacy.stock;

import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.ledger.StockLine;
import id.lumbung.retail.stock.Movement;
import id.lumbung.retail.stock.MovementKind;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Which acts on stock are done only when a second person consents. */
@Component
class SecondPerson {

    private final StockLedger ledger;
    private final OutletProfiles profiles;
    private final StockSettings settings;

    SecondPerson(StockLedger ledger, OutletProfiles profiles, StockSettings settings) {
        this.ledger = ledger;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** A destruction always; a count where it takes away more of a batch than the setting. */
    boolean isNeeded(StockAct act) {
        return switch (act.kind()) {
            case DESTROYED -> true;
            case COUNTED ->
                    IntStream.range(0, act.lines().size())
                            .anyMatch(i -> loss(act, i) > settings.countLossLimit());
            default -> false;
        };
    }

    /** How many base units a line of a count takes away, judged at the count's own time. */
    private long loss(StockAct act, int place) {
        var line = act.lines().get(place);
        var shop = profiles.shop(act.cooperativeId(), act.outletId());
        var count = count(act, line, place);
        return ledger.with(shop, line.productId(), count).lines().stream()
                .filter(it -> it.movement().equals(count.id()))
                .mapToLong(it -> -it.quantity())
                .sum();
    }

    private static Movement count(StockAct act, StockLine line, int place) {
        return Movement.at(
                StockAct.movementId(act.id(), place),
                MovementKind.COUNTED,
                line.batch(),
                line.place(),
                line.quantity(),
                act.at());
    }
}
