package id.lumbung.pharmacy.returns;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.pharmacy.sale.Sale;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Where goods are brought back. Never gives back more than was sold, however many bring it at the
 * same moment.
 */
@Component
class ReturnDesk {

    private final FactStore<Return> returns;
    private final FactStore<Sale> sales;

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        SALE_NOT_KNOWN,
        SALE_OF_ANOTHER_OUTLET,
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        LINE_NOT_SOLD,
        TOO_MUCH_RETURNED,
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_RETURN
    }

    ReturnDesk(FactStores books, FactStore<Sale> sales) {
        this.returns =
                books.open(Return.class, "returns", SaleReturned.class)
                        .indexed(false, "saleId")
                        .indexed(true, "turn");
        this.sales = sales;
    }

    Return find(UUID id) {
        return returns.find(id)
                .filter(RequestGrant.current()::covers)
                .orElseThrow(() ->
                        new Refusal(Rule.NO_SUCH_RETURN, "No return is recorded under this id."));
    }

    /**
     * @throws Refusal when the sale is not known, or more would be given back than was sold
     */
    Return take(UUID id, ReturnRequest giveBack) {
        var sale =
                sales.find(giveBack.saleId())
                        .filter(it -> it.cooperativeId().equals(giveBack.cooperativeId()))
                        .orElseThrow(() ->
                                new Refusal(
                                        Rule.SALE_NOT_KNOWN,
                                        "The sale %s is not recorded here. Send the sale first, then its return."
                                                .formatted(giveBack.saleId())));
        if (!sale.outletId().equals(giveBack.outletId())) {
            throw new Refusal(
                    Rule.SALE_OF_ANOTHER_OUTLET,
                    "The sale was made at another outlet. Return it there.");
        }
        return SequencedWrites.put(
                returns,
                id,
                () -> returns.find(Filters.eq("saleId", sale.id())),
                (turn, earlier) -> {
                    var brought = giveBack.of(id, sale, sale.id() + "/" + turn, returns.now());
                    requireSold(sale, earlier, brought);
                    return brought;
                },
                first -> giveBack.of(id, sale, first.turn(), returns.now()));
    }

    private static void requireSold(Sale sale, List<Return> earlier, Return brought) {
        for (var line : brought.lines()) {
            if (line.line() >= sale.lines().size()) {
                throw new Refusal(
                        Rule.LINE_NOT_SOLD,
                        "The sale has %d lines, counted from 0; there is no line %d."
                                .formatted(sale.lines().size(), line.line()));
            }
        }
        var taken = Return.TakenBack.of(sale, earlier);
        brought.lines().forEach(taken::add);
        for (var i = 0; i < sale.lines().size(); i++) {
            var sold = sale.lines().get(i);
            if (taken.exceeds(sold, i)) {
                throw new Refusal(
                        Rule.TOO_MUCH_RETURNED,
                        "Line %d was sold as %d units for %s; with this return %d units and %s would be given back."
                                .formatted(
                                        i,
                                        sold.quantity(),
                                        sold.amount(),
                                        taken.quantity(i),
                                        taken.amount(i)));
            }
        }
    }
}
