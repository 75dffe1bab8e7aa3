package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import id.lumbung.retail.stock.MovementKind;
import java.util.EnumSet;
import java.util.Set;

/** Acts on stock that devices and cashiers do not do. */
final class PharmacistsActs {

    /** What changes what may be sold, or takes goods out of the books for good. */
    private static final Set<MovementKind> KINDS =
            EnumSet.of(
                    MovementKind.OPENING,
                    MovementKind.RELEASED,
                    MovementKind.RECEIPT_CANCELLED,
                    MovementKind.SENT_BACK,
                    MovementKind.DESTROYED);

    private PharmacistsActs() {}

    /**
     * @throws id.lumbung.edge.problem.Refusal when the caller is neither a pharmacist nor the
     *     manager
     */
    static void require(MovementKind kind) {
        var caller = Caller.current();
        if (KINDS.contains(kind) && !caller.is(Role.PHARMACIST) && !caller.is(Role.MANAGER)) {
            throw StockRule.PHARMACIST_NEEDED.because(
                    "Ini hanya dilakukan apoteker atau manajer. Minta mereka mencatatnya.",
                    "Only a pharmacist or the manager does this. Let them record it.");
        }
    }
}
