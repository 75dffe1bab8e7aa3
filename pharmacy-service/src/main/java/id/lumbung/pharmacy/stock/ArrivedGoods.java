package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.retail.ledger.StockAct;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.ledger.StockLine;
import id.lumbung.retail.stock.Card;
import id.lumbung.retail.stock.HandedOver;
import id.lumbung.retail.stock.Place;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The goods of a transfer, as they arrive. */
@Component
class ArrivedGoods {

    private final StockLedger ledger;
    private final OutletProfiles profiles;

    ArrivedGoods(StockLedger ledger, OutletProfiles profiles) {
        this.ledger = ledger;
        this.profiles = profiles;
    }

    /** What left the other outlet comes in here, each batch at what it had cost there. */
    List<StockLine> of(StockAct sent) {
        var shop = profiles.shop(sent.cooperativeId(), sent.outletId());
        var month = YearMonth.from(sent.at().atOffset(ZoneOffset.UTC));
        Map<UUID, Card> cards = new HashMap<>();
        return IntStream.range(0, sent.lines().size())
                .mapToObj(i -> {
                    var line = sent.lines().get(i);
                    var card =
                            cards.computeIfAbsent(
                                    line.productId(), it -> ledger.since(shop, it, month));
                    var cost =
                            card
                                    .handedOver()
                                    .getOrDefault(StockAct.movementId(sent.id(), i), List.of())
                                    .stream()
                                    .map(HandedOver::cost)
                                    .reduce(Rupiah.ZERO, Rupiah::plus);
                    return new StockLine(
                            line.productId(), line.batch(), Place.SHELF, line.quantity(), 0, cost);
                })
                .toList();
    }
}
