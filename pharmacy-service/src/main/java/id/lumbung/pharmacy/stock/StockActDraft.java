package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.ActDetails;
import id.lumbung.retail.ledger.StockAct;
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

    private final AnsweredActs answered;
    private final ArrivedGoods arrived;

    StockActDraft(AnsweredActs answered, ArrivedGoods arrived) {
        this.answered = answered;
        this.arrived = arrived;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when what it answers is not there to be answered
     */
    StockAct of(UUID id, StockActRequest request, Instant now) {
        return switch (request.kind()) {
            case RECEIPT_CANCELLED -> {
                var receipt = answered.of(request, MovementKind.RECEIVED, request.outletId());
                yield act(id, request, receipt.lines(), receipt.at(), now);
            }
            case TRANSFERRED_IN -> {
                var sent = answered.of(request, MovementKind.TRANSFERRED_OUT, null);
                if (!request.outletId().equals(sent.details().otherOutlet())) {
                    throw AnsweredActs.answersNothing();
                }
                yield act(id, request, arrived.of(sent), sent.at(), now);
            }
            default -> act(id, request, StockActLines.read(request), null, now);
        };
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
