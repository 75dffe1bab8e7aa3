package id.lumbung.pharmacy.stock;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.stock.MovementKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acts that others answer: receipts that are cancelled, transfers that arrive. */
@Component
class AnsweredActs {

    private final StockActs acts;

    AnsweredActs(StockActs acts) {
        this.acts = acts;
    }

    /**
     * @param outletId where it was done; null for any of the cooperative
     * @throws Refusal when what the request answers is not there to be answered
     */
    StockAct of(StockActRequest request, MovementKind kind, @Nullable UUID outletId) {
        var of = request.of();
        if (of == null) {
            throw StockRule.missing("of", "catatan yang dijawab ini", "the act that this answers");
        }
        return acts.find(of)
                .filter(it -> it.kind() == kind)
                .filter(it -> it.cooperativeId().equals(request.cooperativeId()))
                .filter(it -> outletId == null || it.outletId().equals(outletId))
                .orElseThrow(AnsweredActs::answersNothing);
    }

    static Refusal answersNothing() {
        return StockRule.ANSWERS_NO_ACT.because(
                "'of' bukan penerimaan gerai ini, atau bukan kiriman untuk gerai ini. Periksa id-nya.",
                "'of' names no receipt of this outlet, or no transfer to it. Check the id.");
    }
}
