package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.ActDetails;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockActs;
import id.lumbung.retail.ledger.StockLine;
import id.lumbung.retail.stock.MovementKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes an act on stock of what was asked for; of one that answers another, by that one's lines.
 */
@Component
class StockActDraft {

    private final StockActs acts;
    private final ArrivedGoods arrived;

    StockActDraft(StockActs acts, ArrivedGoods arrived) {
        this.acts = acts;
        this.arrived = arrived;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when what it answers is not there to be answered
     */
    StockAct of(UUID id, StockActRequest request, Instant now) {
        return switch (request.kind()) {
            case RECEIPT_CANCELLED -> {
                var receipt = answered(request, MovementKind.RECEIVED, request.outletId());
                yield act(id, request, receipt.lines(), receipt.at(), now);
            }
            case TRANSFERRED_IN -> {
                var sent = answered(request, MovementKind.TRANSFERRED_OUT, null);
                if (!request.outletId().equals(sent.details().otherOutlet())) {
                    throw answersNothing();
                }
                yield act(id, request, arrived.of(sent), sent.at(), now);
            }
            default -> act(id, request, StockActLines.read(request), null, now);
        };
    }

    private StockAct answered(StockActRequest request, MovementKind kind, @Nullable UUID outletId) {
        var of = request.of();
        if (of == null) {
            throw StockRule.missing("of", "catatan yang dijawab ini", "the act that this answers");
        }
        return acts.find(of)
                .filter(it -> it.kind() == kind)
                .filter(it -> it.cooperativeId().equals(request.cooperativeId()))
                .filter(it -> outletId == null || it.outletId().equals(outletId))
                .orElseThrow(StockActDraft::answersNothing);
    }

    private static RuntimeException answersNothing() {
        return StockRule.ANSWERS_NO_ACT.because(
                "'of' bukan penerimaan gerai ini, atau bukan kiriman untuk gerai ini. Periksa id-nya.",
                "'of' names no receipt of this outlet, or no transfer to it. Check the id.");
    }

    private static StockAct act(
            UUID id,
            StockActRequest request,
            List<StockLine> lines,
            @Nullable Instant ofAt,
            Instant now) {
        return new StockAct(
                id,
                request.cooperativeId(),
                request.outletId(),
                request.kind(),
                lines,
                new ActDetails(
                        request.reference(),
                        request.supplier(),
                        request.witness(),
                        request.otherOutlet(),
                        request.of(),
                        ofAt),
                request.at().truncatedTo(ChronoUnit.MILLIS),
                now,
                null);
    }
}
